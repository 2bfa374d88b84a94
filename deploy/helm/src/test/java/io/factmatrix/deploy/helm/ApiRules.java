package io.factmatrix.deploy.helm;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an API server refuses, as far as the documents of the API say it: members by its OpenAPI schema, and what its validation asks of them. */
final class ApiRules {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

    private final Manifests made;
    private final List<String> refusals = new ArrayList<>();

    private ApiRules(Manifests made) {
        this.made = made;
    }

    static List<String> refusals(Manifests made) {
        var rules = new ApiRules(made);
        made.all().forEach(rules::named);
        made.every(Deployment.class).forEach(rules::selectsItsOwn);
        made.every(Job.class).forEach(rules::ends);
        made.pods().forEach(pod -> rules.refusals.addAll(PodRules.refusals(pod)));
        made.every(HorizontalPodAutoscaler.class).forEach(rules::scales);
        made.every(NetworkPolicy.class).forEach(rules::blocks);
        return rules.refusals;
    }

    /** Of one object as it was written: members that its schema lacks or must have. */
    static void knows(String object) {
        JsonElement json = JsonParser.parseString(object);
        var version = json.getAsJsonObject().get("apiVersion").getAsString();
        if (version.startsWith("gateway.") || version.startsWith("monitoring.")) {
            return; // No type of Kubernetes' own.
        }
        var type = version.substring(version.indexOf('/') + 1).toUpperCase(Locale.ROOT)
                + json.getAsJsonObject().get("kind").getAsString();
        try {
            Class.forName(MODELS + type)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, json);
        } catch (InvocationTargetException refused) {
            throw new AssertionError(String.valueOf(refused.getCause()), refused);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no type: " + type, e);
        }
    }

    private void require(boolean holds, String what, Object value) {
        if (!holds) {
            refusals.add(what + ": " + value);
        }
    }

    private void named(HasMetadata object) {
        var metadata = object.getMetadata();
        require(NAME.matcher(metadata.getName()).matches(), object.getKind() + " name", metadata.getName());
        labelled(metadata.getLabels());
        metadata.getAnnotations()
                .keySet()
                .forEach(key -> require(KEY.matcher(key).matches(), "annotation", key));
    }

    private void labelled(Map<String, String> labels) {
        labels.forEach((key, value) -> {
            require(KEY.matcher(key).matches(), "label", key);
            require(VALUE.matcher(value).matches(), "value of " + key, value);
        });
    }

    private void selectsItsOwn(Deployment deployment) {
        var spec = deployment.getSpec();
        require(
                Manifests.selects(spec.getSelector(), spec.getTemplate()),
                "selector of others than its template's",
                spec.getSelector());
        require(
                "Always".equals(restartPolicy(spec.getTemplate())),
                "restartPolicy of a Deployment",
                restartPolicy(spec.getTemplate()));
        labelled(spec.getTemplate().getMetadata().getLabels());
    }

    private void ends(Job job) {
        var template = job.getSpec().getTemplate();
        require(
                List.of("Never", "OnFailure").contains(restartPolicy(template)),
                "restartPolicy of a Job",
                restartPolicy(template));
        labelled(template.getMetadata().getLabels());
    }

    private static String restartPolicy(PodTemplateSpec template) {
        return Objects.requireNonNullElse(template.getSpec().getRestartPolicy(), "Always");
    }

    private void scales(HorizontalPodAutoscaler scaler) {
        var spec = scaler.getSpec();
        require(spec.getMinReplicas() <= spec.getMaxReplicas(), "minReplicas", spec.getMinReplicas());
        var deployment = made.every(Deployment.class).stream()
                .filter(each -> each.getMetadata()
                        .getName()
                        .equals(spec.getScaleTargetRef().getName()))
                .findFirst();
        // A share of what is requested is known only where something is.
        require(
                deployment.isPresent()
                        && deployment.get().getSpec().getTemplate().getSpec().getContainers().stream()
                                .allMatch(each ->
                                        each.getResources().getRequests().containsKey("cpu")),
                "scaleTargetRef without requests of cpu",
                spec.getScaleTargetRef().getName());
    }

    private void blocks(NetworkPolicy policy) {
        var peers = Stream.concat(
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()),
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()));
        peers.map(NetworkPolicyPeer::getIpBlock).filter(Objects::nonNull).forEach(this::excepts);
    }

    private void excepts(IPBlock block) {
        var cidr = Cidr.of(block.getCidr());
        block.getExcept().forEach(except -> require(cidr.holds(Cidr.of(except)), "except", except));
    }
}
