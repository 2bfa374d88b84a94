package io.factmatrix.deploy.local.stack;

import io.factmatrix.campaign.CampaignService;
import io.factmatrix.creator.CreatorService;
import io.factmatrix.deploy.local.issuer.LocalIssuer;
import io.factmatrix.deploy.local.server.Database;
import io.factmatrix.gateway.Gateway;
import io.factmatrix.kol.KolService;
import io.factmatrix.livestream.LivestreamService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisReactiveHealthContributorAutoConfiguration;

/** The five programs, and what each is told when it starts here. */
final class Applications {

    /** Their names are those of their fields. */
    static final List<Application> FIELDS = List.of(
            new Application("livestream", LivestreamService::application),
            new Application("creator", CreatorService::application),
            new Application("campaign", CampaignService::application),
            new Application("kol", KolService::application));

    static final Application GATEWAY = new Application("gateway", Gateway::application);

    /** Each has a database of its name. */
    static final List<Application> ALL =
            Stream.concat(FIELDS.stream(), Stream.of(GATEWAY)).toList();

    /** What the gateway's libraries, here on everybody's class path, would start in a service. */
    private static final Map<String, Object> THE_GATEWAYS_ALONE = Map.of(
            "spring.cloud.gateway.server.webflux.enabled", false,
            "spring.cloud.circuitbreaker.resilience4j.enabled", false,
            "springdoc.api-docs.enabled", false,
            "springdoc.swagger-ui.enabled", false,
            "spring.autoconfigure.exclude",
                    Stream.of(
                                    DataRedisAutoConfiguration.class,
                                    DataRedisReactiveAutoConfiguration.class,
                                    DataRedisReactiveHealthContributorAutoConfiguration.class)
                            .map(Class::getName)
                            .collect(Collectors.joining(",")));

    private Applications() {}

    static Map<String, Object> field(Servers servers, String name, Map<String, Integer> ports) {
        var told = common(servers);
        told.putAll(THE_GATEWAYS_ALONE);
        told.put("server.address", "127.0.0.1");
        told.put("server.port", port(ports, name));
        ports.forEach((field, port) -> {
            if (!field.equals(name)) {
                told.put("fact.peers." + field, "http://127.0.0.1:" + port);
            }
        });
        told.put("fact.peers.token-uri", servers.issuer().tokenUri());
        told.put("fact.peers.client-id", LocalIssuer.LEDGERS);
        told.put("fact.peers.client-secret", servers.issuer().clientSecret());
        told.putAll(store(servers.database(name)));
        return told;
    }

    private static int port(Map<String, Integer> ports, String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    static Map<String, Object> gateway(Servers servers, StackOptions options, Map<String, Integer> ports) {
        var told = common(servers);
        told.put("server.address", options.address());
        told.put("server.port", options.port());
        told.put("spring.data.redis.host", "127.0.0.1");
        told.put("spring.data.redis.port", servers.redis().port());
        told.put("spring.data.redis.password", servers.redis().password());
        ports.forEach((field, port) -> told.put("fact.fields." + field, "http://127.0.0.1:" + port));
        told.put("fact.fields.token-uri", servers.issuer().tokenUri());
        told.put("fact.fields.client-id", LocalIssuer.LEDGERS);
        told.put("fact.fields.client-secret", servers.issuer().clientSecret());
        told.put("fact.webhooks.key", servers.webhookKey());
        // Receivers are tried out on the same machine.
        told.put("fact.webhooks.loopback", true);
        told.putAll(store(servers.database(GATEWAY.name())));
        return told;
    }

    private static Map<String, Object> store(Database database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.app(),
                "spring.datasource.password", database.appPassword(),
                "spring.flyway.user", database.owner(),
                "spring.flyway.password", database.ownerPassword(),
                "spring.flyway.placeholders.app_role", database.app());
    }

    private static Map<String, Object> common(Servers servers) {
        var told = new LinkedHashMap<String, Object>();
        told.put(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                servers.issuer().name());
        told.put("spring.security.oauth2.resourceserver.jwt.audiences", "fact-matrix");
        told.put("fact.cursors.key", servers.cursorKey());
        told.put("spring.main.banner-mode", "off");
        // Any that is free: nobody is told of it here.
        told.put("management.server.port", 0);
        told.put("management.server.address", "127.0.0.1");
        // Who presses Ctrl-C does not wait for a stream that never ends.
        told.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        return told;
    }
}
