package io.dronedelivery.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.assertj.core.util.Throwables;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IncompatibleDataTest {
    private final Flyway flyway;
    private final Pool pool;

    IncompatibleDataTest(Flyway flyway, Pool pool) {
        this.flyway = flyway;
        this.pool = pool;
    }

    @Test
    void ifTheDatabaseWasMadeByAnotherMigrationTheServiceEndsWithTheExitCodeThatSaysSo() {
        shiftChecksums(1);
        try {
            Throwable failure = Throwables.getRootCause(catchThrowable(flyway::migrate));

            assertThat(failure)
                    .isInstanceOfSatisfying(PreventFurtherStepsException.class, end -> assertThat(end.getExitCode())
                            .isEqualTo(IncompatibleData.EXIT_CODE));
        } finally {
            shiftChecksums(-1);
        }
        assertThat(flyway.migrate().success).isTrue();
    }

    @Test
    void onADatabaseThatALaterVersionHasMigratedTheServiceWorks() {
        pool.query("""
                        insert into flyway_schema_history
                        select 1000, '1000', 'of a later version', 'SQL', 'V1000__of_a_later_version.sql', 1, current_user,
                            now(), 1, true
                        """).executeAndAwait();
        try {
            assertThat(flyway.migrate().success).isTrue();
        } finally {
            pool.query("delete from flyway_schema_history where installed_rank = 1000")
                    .executeAndAwait();
        }
    }

    private void shiftChecksums(int by) {
        pool.query("update flyway_schema_history set checksum = checksum + " + by)
                .executeAndAwait();
    }
}
