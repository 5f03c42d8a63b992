package io.dronedelivery.testing.infrastructure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a role and a database of the same name for each service, which no other service can connect to. */
final class PostgresRoles {
    private PostgresRoles() {}

    static void create(Connection operator, List<String> names) throws SQLException {
        try (Statement statement = operator.createStatement()) {
            Set<String> roles = names(statement, "SELECT rolname FROM pg_roles");
            Set<String> databases = names(statement, "SELECT datname FROM pg_database");
            for (String name : names) {
                if (!roles.contains(name)) {
                    statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, name));
                }
                if (!databases.contains(name)) {
                    statement.execute("CREATE DATABASE %s OWNER %s STRATEGY FILE_COPY".formatted(name, name));
                }
                statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
            }
        }
    }

    private static Set<String> names(Statement statement, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
