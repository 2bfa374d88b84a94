package io.factmatrix.deploy.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** What a chart was rendered to: the objects of the API, each read to the letter. */
record Manifests(String text, List<HasMetadata> all) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new NothingBesides());

    /** Of kinds that are an operator's, no member is known. */
    private static final ObjectMapper OPERATORS = new ObjectMapper();

    static Manifests of(String text) {
        var all = new ArrayList<HasMetadata>();
        for (var document : new Yaml().loadAll(text)) {
            if (document != null) {
                all.add(read(document));
            }
        }
        return new Manifests(text, all);
    }

    private static HasMetadata read(Object document) {
        if (document instanceof Map<?, ?> map
                && String.valueOf(map.get("apiVersion")).startsWith("monitoring.coreos.com/")) {
            // The Prometheus operator's, of which there are no types here.
            return new ObjectMapper().convertValue(map, GenericKubernetesResource.class);
        }
        try {
            var text = JSON.writeValueAsString(document);
            ApiRules.knows(text);
            if (text.contains("\"apiVersion\":\"monitoring.coreos.com/")) {
                return OPERATORS.readValue(text, GenericKubernetesResource.class);
            }
            var read = JSON.readValue(text, KubernetesResource.class);
            if (read instanceof HasMetadata known && !(read instanceof GenericKubernetesResource)) {
                return known;
            }
            throw new AssertionError("no kind that is known: " + document);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e.getOriginalMessage() + " in " + document, e);
        }
    }

    <T extends HasMetadata> List<T> every(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The one of that type whose name ends so. */
    <T extends HasMetadata> T one(Class<T> type, String end) {
        var found = every(type).stream()
                .filter(each -> each.getMetadata().getName().endsWith("-" + end))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " " + type.getSimpleName() + " of " + end);
        }
        return found.get(0);
    }

    /** What pods are made after: of the five programs and of the migrations. */
    List<PodTemplateSpec> pods() {
        var pods = new ArrayList<PodTemplateSpec>();
        every(Deployment.class).forEach(each -> pods.add(each.getSpec().getTemplate()));
        every(Job.class).forEach(each -> pods.add(each.getSpec().getTemplate()));
        return pods;
    }

    /** Those of one component. */
    PodTemplateSpec pod(String component) {
        return pods().stream()
                .filter(pod -> component.equals(component(pod)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no pod of " + component));
    }

    static String component(PodTemplateSpec pod) {
        return Objects.requireNonNull(pod.getMetadata().getLabels().get("app.kubernetes.io/component"));
    }

    static boolean selects(LabelSelector selector, PodTemplateSpec pod) {
        return selects(selector.getMatchLabels(), pod);
    }

    static boolean selects(Map<String, String> labels, PodTemplateSpec pod) {
        return pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet());
    }

    /** The models keep what they do not know; here it is refused. */
    private static final class NothingBesides extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
