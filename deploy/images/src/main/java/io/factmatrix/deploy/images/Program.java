package io.factmatrix.deploy.images;

import java.util.List;

/**
 * One of the five that are run.
 *
 * @param name of its image, and of the module that it is built in
 * @param port where it answers by itself
 */
record Program(String name, String mainClass, int port) {

    static final List<Program> ALL = List.of(
            new Program("gateway", "io.factmatrix.gateway.Gateway", 8080),
            new Program("livestream-service", "io.factmatrix.livestream.LivestreamService", 8081),
            new Program("creator-service", "io.factmatrix.creator.CreatorService", 8082),
            new Program("campaign-service", "io.factmatrix.campaign.CampaignService", 8083),
            new Program("kol-service", "io.factmatrix.kol.KolService", 8084));
}
