package io.factmatrix.gateway.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
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
    Resource description() {
        return new ClassPathResource("openapi.json");
    }

    @GetMapping(value = "/docs", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .body(new ClassPathResource("docs/index.html"));
    }

    @GetMapping(value = "/docs/page.js", produces = "text/javascript")
    Resource script() {
        return new ClassPathResource("docs/page.js");
    }
}
