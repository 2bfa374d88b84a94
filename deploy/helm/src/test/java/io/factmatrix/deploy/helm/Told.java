package io.factmatrix.deploy.helm;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The variables of a container in place of this process's, with a record of those that the program asked for. */
final class Told extends StandardEnvironment {

    /** Spring Cloud looks whether any of them is encrypted. */
    private static final Map<String, Object> NOBODY_READS_ALL =
            Map.of("spring.cloud.decrypt-environment-post-processor.enabled", false, "logging.level.root", "warn");

    private final Recorded variables;

    private Told(Recorded variables) {
        super(new MutablePropertySources());
        this.variables = variables;
        getPropertySources().addFirst(new MapPropertySource("quiet", NOBODY_READS_ALL));
        getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    }

    /**
     * @param secrets by key
     * @param placed where the paths of the container are here
     */
    static Told by(PodTemplateSpec pod, Map<String, String> secrets, UnaryOperator<String> placed) {
        var variables = new LinkedHashMap<String, Object>();
        for (var variable : pod.getSpec().getContainers().get(0).getEnv()) {
            variables.put(variable.getName(), placed.apply(value(variable, secrets)));
        }
        return by(variables);
    }

    static Told by(Map<String, Object> variables) {
        return new Told(new Recorded(variables));
    }

    private static String value(EnvVar variable, Map<String, String> secrets) {
        return variable.getValueFrom() == null
                ? Objects.requireNonNullElse(variable.getValue(), "")
                : Objects.requireNonNull(
                        secrets.get(variable.getValueFrom().getSecretKeyRef().getKey()));
    }

    /** Those that nobody asked for. */
    Set<String> unheard() {
        var unheard = new TreeSet<>(variables.keySet());
        unheard.removeAll(variables.asked);
        return unheard;
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
        // What this process is told is none of the program's business.
    }

    /** Spring takes the map out of its source: so it is the map that knows. */
    private static final class Recorded extends HashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

        private final transient Set<String> asked = new ConcurrentSkipListSet<>();

        Recorded(Map<String, Object> variables) {
            super(variables);
        }

        @Override
        public @Nullable Object get(Object name) {
            // Spring Boot compares the map with a copy of it, again and again, to see whether it changed.
            if (CALLER.getCallerClass() != AbstractMap.class) {
                asked.add(String.valueOf(name));
            }
            return super.get(name);
        }
    }
}
