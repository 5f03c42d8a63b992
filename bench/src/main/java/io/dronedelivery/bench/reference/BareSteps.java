package io.dronedelivery.bench.reference;

import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The steps of a delivery as bare handlers: each is a <code>PUT /STEP/DELIVERY</code>, and inserts a row in a transaction of
 * its own. A repeat changes nothing.
 */
final class BareSteps extends AbstractVerticle {
    static final int PORT = 8071 + Endpoints.OFFSET;
    static final String HOST = "127.0.0.1";
    /** The steps that are stored; the last of the six is the event. */
    static final List<String> STEPS = List.of("charge", "package", "reservation", "delivery", "progress");

    private static final String SCHEMA = "bench_reference";
    private static final Service DATABASE = Service.DELIVERY;
    private static final int CONNECTIONS = 8;
    private static final int SERVER_ERROR = 500;

    /** Makes empty tables. */
    static void createTables() throws SQLException {
        try (Connection database =
                        DriverManager.getConnection(Endpoints.database(DATABASE), DATABASE.id(), DATABASE.id());
                Statement statement = database.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA);
            for (String step : STEPS) {
                statement.execute(
                        "CREATE TABLE " + SCHEMA + ".\"" + step
                                + "\" (delivery_id text PRIMARY KEY, document text NOT NULL, at timestamptz NOT NULL DEFAULT now())");
            }
        }
    }

    @Override
    public void start(Promise<Void> started) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(HOST)
                .setPort(Endpoints.POSTGRES_PORT)
                .setDatabase(DATABASE.id())
                .setUser(DATABASE.id())
                .setPassword(DATABASE.id())
                .setCachePreparedStatements(true);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(options)
                .using(vertx)
                .build();
        vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> insert(pool, request, body)))
                .listen(PORT, HOST)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private static void insert(Pool pool, HttpServerRequest request, Buffer body) {
        String[] path = request.path().split("/");
        HttpServerResponse response = request.response();
        if (path.length != 3 || !STEPS.contains(path[1])) {
            response.setStatusCode(404).end();
            return;
        }
        pool.preparedQuery("INSERT INTO " + SCHEMA + ".\"" + path[1]
                        + "\" (delivery_id, document) VALUES ($1, $2) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(path[2], body.toString()))
                .onSuccess(_ -> response.end())
                .onFailure(failure -> response.setStatusCode(SERVER_ERROR).end(failure.toString()));
    }
}
