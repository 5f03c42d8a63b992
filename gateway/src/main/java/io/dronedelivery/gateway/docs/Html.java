package io.dronedelivery.gateway.docs;

/** The frame of a page. */
final class Html {
    private Html() {}

    /**
     * A whole page.
     *
     * @param title as text
     * @param body as HTML
     */
    static String page(String title, String body) {
        String text = escape(title);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Drone Delivery</title>
                <link rel="stylesheet" href="/docs/pages.css">
                <link rel="icon" href="/docs/icon.svg" type="image/svg+xml">
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(text, text, body);
    }

    /** A text as HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
