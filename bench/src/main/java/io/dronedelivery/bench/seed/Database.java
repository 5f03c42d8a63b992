package io.dronedelivery.bench.seed;

import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database of a service.
 *
 * @param url its JDBC URL
 * @param user the user, whose password is the same
 */
public record Database(String url, String user) {

    /** That of a service of the measured system. */
    public static Database of(Service service) {
        return new Database(Endpoints.database(service), service.id());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, user);
    }
}
