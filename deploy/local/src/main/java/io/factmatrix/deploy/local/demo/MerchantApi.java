package io.factmatrix.deploy.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The resources of one merchant at a gateway. */
public final class MerchantApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String merchant;
    private final Supplier<String> tokens;

    /**
     * @param tokens asked for each request
     */
    public MerchantApi(URI gateway, String merchant, Supplier<String> tokens) {
        this.merchant = gateway + "/v1/merchants/" + merchant;
        this.tokens = tokens;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** The id of what was made, or of what changed. */
    String post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json").POST(json(body));
        return send(request.build()).path("id").asString("");
    }

    void put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        send(request(path)
                .header("Content-Type", "application/json")
                .PUT(json(body))
                .build());
    }

    /** Many at once, each a line: their ids. */
    List<String> importCreators(List<Map<String, ?>> lines) throws IOException, InterruptedException {
        var body = lines.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n"));
        var answer = send(request("/creators/imports")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        var ids = new ArrayList<String>();
        for (var line : answer.path("lines")) {
            if (line.path("outcome").asString("").equals("rejected")) {
                throw new IOException("POST /creators/imports: " + line);
            }
            ids.add(line.path("creator").asString(""));
        }
        return ids;
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(merchant + path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + tokens.get());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s: %s".formatted(request.method(), request.uri(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
