package io.factmatrix.gateway.sending;

import io.factmatrix.gateway.application.webhook.Sender;
import io.factmatrix.gateway.domain.webhook.Outside;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** How messages reach the outside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
public class SendingConfiguration {

    /** As many as are sent to at once: a slow name server keeps none of the others waiting. */
    @Bean(destroyMethod = "dispose")
    Scheduler nameReaders(WebhookProperties webhooks) {
        return Schedulers.newBoundedElastic(webhooks.atOnce(), 1_000, "names");
    }

    @Bean
    Outside outside(WebhookProperties webhooks) {
        return webhooks.outside();
    }

    @Bean
    Sender sender(WebhookProperties webhooks, Outside outside, Scheduler nameReaders) {
        var names = new CheckedNames(host -> List.of(InetAddress.getAllByName(host)), outside, nameReaders);
        return new HttpSender(
                names, webhooks.connectTimeout(), webhooks.deadline(), InstantSource.system(), HttpClient::secure);
    }
}
