package io.factmatrix.gateway.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may call the API from a browser: {@code fact.cors.*}.
 *
 * @param origins such as {@code https://console.example.com}; none by default
 */
@ConfigurationProperties("fact.cors")
record CorsProperties(@DefaultValue List<String> origins) {}
