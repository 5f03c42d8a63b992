package io.dronedelivery.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** The management interface of the service under test, which has a port of its own. */
public final class ManagementInterface {
    private ManagementInterface() {}

    /** Gets <code>/health/live</code>, <code>/health/ready</code> or <code>/metrics</code>. */
    public static Response get(String path) {
        return RestAssured.get(ConfigProvider.getConfig().getValue("test.management.url", String.class) + path);
    }
}
