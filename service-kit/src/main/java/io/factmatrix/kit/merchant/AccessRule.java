package io.factmatrix.kit.merchant;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** One line of the table of who may do what: any of these roles may call that method on those paths. */
public record AccessRule(HttpMethod method, PathPattern path, Set<Role> roles) {

    /** The rule for a path pattern such as {@code /v1/merchants/{merchant}/events}. */
    public static AccessRule allow(HttpMethod method, String path, Role... roles) {
        return new AccessRule(method, PathPatternParser.defaultInstance.parse(path), Set.of(roles));
    }

    boolean covers(HttpMethod asked, PathContainer askedPath) {
        // A HEAD is answered as a GET is.
        var answered = HttpMethod.HEAD.equals(asked) ? HttpMethod.GET : asked;
        return method.equals(answered) && path.matches(askedPath);
    }
}
