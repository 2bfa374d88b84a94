package io.factmatrix.campaign.domain.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which figures of the other fields a campaign assists: all that fit each of the three.
 *
 * @param products none: all
 * @param enrolments none: every touchpoint of every field
 * @param shops none: all
 */
public record Scope(List<String> products, List<Enrolment> enrolments, List<String> shops) {

    public Scope {
        products = List.copyOf(products);
        enrolments = List.copyOf(enrolments);
        shops = List.copyOf(shops);
    }

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("products", products);
        members.put("touchpoints", enrolments.stream().map(Enrolment::members).toList());
        members.put("shops", shops);
        return members;
    }
}
