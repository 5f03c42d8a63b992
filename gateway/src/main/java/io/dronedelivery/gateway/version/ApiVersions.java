package io.dronedelivery.gateway.version;

/** How the paths of the public API begin in each version. */
public final class ApiVersions {
    /** The version that is deprecated. */
    public static final String V1 = "/api/v1";

    /** The version that the services speak. */
    public static final String V2 = "/api/v2";

    private ApiVersions() {}

    static boolean isV1(String path) {
        return path.equals(V1) || path.startsWith(V1 + "/");
    }

    /** The path in version 2 of what version 1 has at a path. */
    static String inV2(String path) {
        return V2 + path.substring(V1.length());
    }

    /** The URL in version 1 of what version 2 has at a URL. */
    static String urlInV1(String url) {
        return url.replaceFirst(V2 + "/", V1 + "/");
    }
}
