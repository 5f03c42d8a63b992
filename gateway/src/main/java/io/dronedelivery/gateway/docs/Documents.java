package io.dronedelivery.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All documents by their paths, as they are for programs and for people. */
final class Documents {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String PROBLEMS = "/problems";

    /** The parts of Swagger UI that are used: where the build puts them, and their media types. */
    private static final Map<String, String> SWAGGER_UI = Map.of("swagger-ui-bundle.js", SCRIPT, "swagger-ui.css", CSS);

    private final Map<String, Document> plain = new HashMap<>();
    private final Map<String, Document> pages = new HashMap<>();

    private Documents() {}

    static Documents read() {
        Documents documents = new Documents();
        documents.addDescription(ApiDescription.read());
        documents.addReader();
        documents.addProblems(ProblemKinds.read());
        return documents;
    }

    /**
     * What is at a path; empty where nothing is.
     *
     * @param forPeople whether a page is wanted, if there is one
     */
    Optional<Document> find(String path, boolean forPeople) {
        return Optional.ofNullable(forPeople ? pages.get(path) : null).or(() -> Optional.ofNullable(plain.get(path)));
    }

    private void addDescription(JsonNode description) {
        plain.put("/openapi.json", Document.of(JSON, Json.bytes(description)));
        plain.put("/openapi.yaml", Document.of("application/yaml", YamlText.of(description)));
    }

    private void addReader() {
        plain.put("/docs", Document.of(HTML, Resources.bytes("web/docs.html")));
        add("docs.js", "web/", SCRIPT);
        add("docs.css", "web/", CSS);
        add("pages.css", "web/", CSS);
        add("icon.svg", "web/", "image/svg+xml");
        SWAGGER_UI.forEach((name, mediaType) -> add(name, "swagger-ui/", mediaType));
    }

    private void add(String name, String folder, String mediaType) {
        plain.put("/docs/" + name, Document.of(mediaType, Resources.bytes(folder + name)));
    }

    private void addProblems(List<ProblemKind> kinds) {
        plain.put(PROBLEMS, Document.of(JSON, ProblemPages.json(kinds)));
        pages.put(PROBLEMS, Document.of(HTML, ProblemPages.html(kinds)));
        for (ProblemKind kind : kinds) {
            plain.put(kind.path().toString(), Document.of(JSON, ProblemPages.json(kind)));
            pages.put(kind.path().toString(), Document.of(HTML, ProblemPages.html(kind)));
        }
    }
}
