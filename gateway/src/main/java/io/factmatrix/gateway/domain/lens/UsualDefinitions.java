package io.factmatrix.gateway.domain.lens;

import java.util.List;

/**
 * What a lens shows a merchant that has said nothing else. AIPL is the product's own; FAST and GROW are Alibaba's, STEPS Kuaishou's of 2021, 5A Kotler's as Douyin reads it; what
 * they ask of membership, of channels' own products and of intentions, no event says.
 */
final class UsualDefinitions {

    private UsualDefinitions() {}

    static LensDefinition of(Lens lens) {
        return new LensDefinition(
                lens,
                switch (lens) {
                    case AIPL -> aipl();
                    case FAST -> fast();
                    case GROW -> grow();
                    case STEPS -> steps();
                    case FIVE_A -> fiveA();
                });
    }

    private static List<Letter> aipl() {
        return List.of(
                Letter.of("A", "Awareness", "认知", Gauge.of("audience.aware")),
                Letter.of("I", "Interest", "兴趣", Gauge.of("audience.interested")),
                Letter.of("P", "Purchase", "购买", Gauge.of("audience.purchased")),
                Letter.of("L", "Loyalty", "忠诚", Gauge.of("audience.loyal")));
    }

    private static List<Letter> fast() {
        return List.of(
                Letter.of("F", "Fertility", "可运营人群总量", Gauge.of("audience.aware")),
                Letter.of(
                        "A",
                        "Advancing",
                        "人群转化率",
                        Gauge.of("audience.interested", "audience.aware"),
                        Gauge.of("audience.purchased", "audience.interested"),
                        Gauge.of("audience.loyal", "audience.purchased")),
                Letter.of("S", "Superiority", "高价值人群总量", Gauge.of("fanJoins"), Gauge.of("follows")),
                Letter.unknown(
                        "T",
                        "Thriving",
                        "高价值人群活跃率",
                        "no event says which people are members or fans, so nobody knows which of them were active"));
    }

    private static List<Letter> grow() {
        return List.of(
                Letter.of("G", "Gain", "渗透力", Gauge.of("newBuyers"), Gauge.of("newBuyerShare")),
                Letter.of("R", "Retain", "复购力", Gauge.of("audience.loyal", "audience.purchased")),
                Letter.of("O", "Boost", "价格力", Gauge.of("aov"), Gauge.of("gmv", "units")),
                Letter.unknown(
                        "W",
                        "Widen",
                        "延展力",
                        "no event says of which category a product is, nor since when it is sold"));
    }

    private static List<Letter> steps() {
        return List.of(
                Letter.of("S", "Self-operation", "品牌自播", Gauge.of("livestream.gmv", "gmv")),
                Letter.of("T", "Traffic", "公域流量加持", Gauge.of("paidShare"), Gauge.of("costByCategory.ads")),
                Letter.of("E", "Elite", "达人分销", Gauge.of("creator.gmv", "gmv"), Gauge.of("kol.gmv", "gmv")),
                Letter.of("P", "Private domain", "私域复购", Gauge.of("audience.loyal", "audience.purchased")),
                Letter.unknown(
                        "S", "Specialization", "渠道特供", "no event says which products are sold on one channel alone"));
    }

    private static List<Letter> fiveA() {
        return List.of(
                Letter.of("A1", "Aware", "了解", Gauge.of("audience.aware")),
                Letter.of("A2", "Appeal", "吸引", Gauge.of("audience.interested")),
                Letter.of("A3", "Ask", "问询", Gauge.of("tickets.inquiry")),
                Letter.of("A4", "Act", "行动", Gauge.of("audience.purchased")),
                Letter.of("A5", "Advocate", "拥护", Gauge.of("audience.loyal")));
    }
}
