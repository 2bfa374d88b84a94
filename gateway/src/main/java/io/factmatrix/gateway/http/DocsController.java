package io.factmatrix.gateway.http;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one description of the public API, and a page that shows it. */
@RestController
final class DocsController {

    /** Everything from here; Swagger UI sets styles in elements, and draws with images in its own sheet. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] description() throws IOException {
        return bytes("openapi.json");
    }

    @GetMapping(value = "/docs", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page() throws IOException {
        return ResponseEntity.ok().header("Content-Security-Policy", POLICY).body(bytes("docs/index.html"));
    }

    @GetMapping(value = "/docs/page.js", produces = "text/javascript")
    byte[] script() throws IOException {
        return bytes("docs/page.js");
    }

    /** Whole: of a resource, parts could be asked for. */
    private static byte[] bytes(String path) throws IOException {
        return new ClassPathResource(path).getContentAsByteArray();
    }
}
