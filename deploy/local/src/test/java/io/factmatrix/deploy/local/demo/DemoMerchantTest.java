package io.factmatrix.deploy.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoMerchantTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theSameSeedGivesTheSameMerchant() throws IOException {
        assertThat(bytes(7)).isEqualTo(bytes(7)).isNotEqualTo(bytes(8));
    }

    @Test
    void everyEventHasAnIdOfItsOwnAndATimeInOrder() throws IOException {
        var seen = new HashSet<String>();
        var last = Instant.EPOCH;
        for (var event : events()) {
            assertThat(seen.add(text(event, "field") + "/" + text(event, "id"))).isTrue();
            var at = Instant.parse(text(event, "occurredAt"));
            assertThat(at).isAfterOrEqualTo(last);
            last = at;
        }
        assertThat(seen).hasSizeBetween(15_000, 30_000);
    }

    @Test
    void everyFieldSellsAndHasTraffic() throws IOException {
        assertThat(fields("order.paid"))
                .containsExactlyInAnyOrder("livestream", "creator", "campaign", "kol", "unattributed");
        assertThat(fields("traffic")).containsExactlyInAnyOrder("livestream", "creator", "campaign", "kol");
        assertThat(fields("order.refunded")).contains("livestream", "creator", "campaign", "kol");
        assertThat(fields("cost")).containsExactlyInAnyOrder("livestream", "creator", "campaign", "kol");
        assertThat(fields("service")).contains("livestream");
        assertThat(fields("audience")).contains("creator");
    }

    @Test
    void aFunnelNarrowsWhereItMust() throws IOException {
        assertThat(events())
                .filteredOn(event -> text(event, "type").equals("traffic"))
                .allMatch(event ->
                        event.get("impressions").asLong() >= event.get("views").asLong()
                                && event.get("productImpressions").asLong()
                                        >= event.get("productClicks").asLong());
    }

    @Test
    void somePeopleComeBack() throws IOException {
        var buyers = events().stream()
                .filter(event -> text(event, "type").equals("order.paid") && event.has("audience"))
                .map(event -> text(event, "audience"))
                .toList();

        assertThat(new HashSet<>(buyers)).hasSizeBetween(buyers.size() / 3, buyers.size() * 3 / 4);
    }

    private static Set<String> fields(String type) throws IOException {
        return events().stream()
                .filter(event -> text(event, "type").equals(type))
                .map(event -> text(event, "field"))
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> events() throws IOException {
        return new String(bytes(618), StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static String text(JsonNode event, String member) {
        return event.get(member).asString();
    }

    private static byte[] bytes(long seed) throws IOException {
        return DemoMerchant.events(seed).readAllBytes();
    }
}
