package io.factmatrix.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.factmatrix.campaign.CampaignService;
import io.factmatrix.creator.CreatorService;
import io.factmatrix.gateway.Gateway;
import io.factmatrix.kit.migration.Migration;
import io.factmatrix.kit.testing.OwnThreads;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.kol.KolService;
import io.factmatrix.livestream.LivestreamService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisReactiveHealthContributorAutoConfiguration;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The real programs, started with the variables that the chart writes, on databases that were made as the chart's README says. */
@TestInstance(PER_CLASS)
class ProgramsTest {

    private static final Map<String, Supplier<SpringApplicationBuilder>> PROGRAMS = Map.of(
            "gateway", Gateway::application,
            "livestream", LivestreamService::application,
            "creator", CreatorService::application,
            "campaign", CampaignService::application,
            "kol", KolService::application);

    private static final Map<String, String> SECRETS = Map.of(
            "cursor-key", "dGhpcnR5LXR3byBieXRlcyB0aGF0IHNpZ24gY3Vyc29ycw==",
            "redis-password", "redis",
            "webhook-key", "dGhpcnR5LXR3byBieXRlcyB0byBzZWFsIHNlY3JldHM=",
            "client-secret", "client");

    private static final Pattern DATABASES = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*");

    /** What the programs would start of each other's, on the one class path that they have here. */
    private static final String[] HERE = {
        "--server.port=0",
        "--management.server.port=0",
        "--spring.main.banner-mode=off",
        "--spring.cloud.gateway.server.webflux.enabled=false",
        "--spring.cloud.circuitbreaker.resilience4j.enabled=false",
        "--spring.autoconfigure.exclude="
                + DataRedisAutoConfiguration.class.getName() + ","
                + DataRedisReactiveAutoConfiguration.class.getName() + ","
                + DataRedisReactiveHealthContributorAutoConfiguration.class.getName()
    };

    @SuppressWarnings("NullAway.Init")
    private TlsPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private Manifests made;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        postgres = TlsPostgres.start(folder);
        made = Chart.rendered(Map.of(
                "oidc.issuerUri",
                TestIssuer.uri(),
                "oidc.tokenUri",
                TestIssuer.uri() + "/token",
                "postgresql.host",
                "localhost",
                "postgresql.port",
                postgres.port(),
                "postgresql.poolSize",
                9,
                "tracing.endpoint",
                "http://localhost:9/v1/traces",
                "webhooks.enabled",
                true,
                "redis.username",
                "fact",
                "ca.configMap",
                "bundle",
                "programs.settings",
                Map.of("fact.connection.most", 77)));
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "livestream", "creator", "campaign", "kol"})
    void aProgramHearsAllThatItIsTold(String program) throws Exception {
        makeDatabase(program);
        var migration = told(made.pod(program + "-migration"), Map.of("database-password", "owner"));
        migrate(migration);
        assertThat(migration.unheard()).isEmpty();

        var told = told(made.pod(program), Map.of("database-password", "app"));
        try (var context = started(program, told)) {
            assertThat(told.unheard()).isEmpty();
            answersWhereItIsProbed(context, program);
            var jdbc = context.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForObject("select ssl from pg_stat_ssl where pid = pg_backend_pid()", Boolean.class))
                    .isTrue();
            assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo(program + "_app");
            if (program.equals("gateway")) {
                assertThat(context.getBean(LettuceConnectionFactory.class).isUseSsl())
                        .isTrue();
            }
        }
    }

    @Test
    void aVariableThatNoProgramKnowsIsFound() {
        var told = Told.by(Map.of("FACT_CURSORS_KEYS", "x", "SPRING_MAIN_BANNERMODE", "off"));

        new SpringApplicationBuilder(Nothing.class)
                .environment(told)
                .run("--spring.main.web-application-type=none")
                .close();

        assertThat(told.unheard()).containsExactly("FACT_CURSORS_KEYS");
    }

    /** A release is taken back: what is newer in the database stays there, and the older job says nothing. */
    @Test
    void theMigrationsOfAnOlderVersionLeaveANewerDatabaseAlone() throws Exception {
        var before = postgres.asSuperuser("postgres")
                .queryForObject("select count(*) from pg_database where datname = 'livestream'", Integer.class);
        if (Objects.equals(before, 0)) {
            makeDatabase("livestream");
        }
        var pod = made.pod("livestream-migration");
        migrate(told(pod, Map.of("database-password", "owner")));
        var database = postgres.asSuperuser("livestream");
        var history = "select count(*) from flyway_schema_history where success";
        database.update("""
                insert into flyway_schema_history
                select 900, '999', 'newer', 'SQL', 'V999__newer.sql', 0, installed_by, installed_on, 0, true
                from flyway_schema_history limit 1
                """);
        var known = database.queryForObject(history, Integer.class);

        migrate(told(pod, Map.of("database-password", "owner")));

        assertThat(database.queryForObject(history, Integer.class)).isEqualTo(known);
        database.update("delete from flyway_schema_history where installed_rank = 900");
    }

    private void makeDatabase(String service) throws IOException {
        var readme = DATABASES.matcher(Files.readString(Chart.FOLDER.resolve("README.md")));
        assertThat(readme.find()).isTrue();
        var statements = readme.group(1)
                .replace("livestream", service)
                .replace("OWNER-PASSWORD", "owner")
                .replace("APP-PASSWORD", "app");
        for (var statement : END_OF_STATEMENT.splitAsStream(statements).toList()) {
            postgres.asSuperuser("postgres").execute(statement);
        }
    }

    private Told told(PodTemplateSpec pod, Map<String, String> own) {
        var secrets = new HashMap<>(SECRETS);
        secrets.putAll(own);
        return Told.by(
                pod,
                secrets,
                value -> value.replace(
                        "/etc/fact-matrix/ca.pem", postgres.bundle().toString()));
    }

    private static void migrate(Told told) {
        Migration.run(told);
    }

    private static ConfigurableApplicationContext started(String program, Told told) {
        var builder = Objects.requireNonNull(PROGRAMS.get(program))
                .get()
                .environment(told)
                .initializers(OwnThreads::of);
        return builder.run(program.equals("gateway") ? Arrays.copyOf(HERE, 3) : HERE);
    }

    private void answersWhereItIsProbed(ConfigurableApplicationContext context, String program) throws Exception {
        var environment = context.getEnvironment();
        assertThat(environment.getProperty("fact.connection.most")).isEqualTo("77");
        var container = made.pod(program).getSpec().getContainers().get(0);
        assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(port(program));
        for (var path : List.of(
                container.getLivenessProbe().getHttpGet().getPath(),
                container.getReadinessProbe().getHttpGet().getPath())) {
            assertThat(status(environment, path)).as(path).isEqualTo(200);
        }
    }

    /** The one that it has by itself. */
    private static Object port(String program) throws IOException {
        var file = program.equals("gateway") ? "gateway.yml" : program + "-service.yml";
        var read = new YamlPropertySourceLoader().load(file, new ClassPathResource(file));
        return Objects.requireNonNull(read.get(0).getProperty("server.port"));
    }

    private static int status(Environment environment, String path) throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    static final class Nothing {}
}
