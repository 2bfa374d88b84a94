package io.factmatrix.gateway.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one description of the public API, and a page that shows it. */
@RestController
final class DocsController {

    @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return new ClassPathResource("openapi.json");
    }

    @GetMapping(value = "/docs", produces = MediaType.TEXT_HTML_VALUE)
    Resource page() {
        return new ClassPathResource("docs/index.html");
    }

    @GetMapping(value = "/docs/page.js", produces = "text/javascript")
    Resource script() {
        return new ClassPathResource("docs/page.js");
    }
}
