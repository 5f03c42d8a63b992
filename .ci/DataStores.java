import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** PostgreSQL and Kafka in a folder and at ports that are given, until it is told to stop (SIGTERM): for the script keycloak. */
class DataStores {
    void main(String... arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgresql"), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"), Integer.parseInt(arguments[2]), false);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        IO.println("ready");
        new CountDownLatch(1).await();
    }
}
