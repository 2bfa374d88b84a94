{{/* What a schema cannot say: what is missing, and what does not fit together. */}}
{{- define "fact.check" -}}
{{- $values := .Values -}}
{{- $needed := list (list "image.repository" .Values.image.repository) (list "oidc.issuerUri" .Values.oidc.issuerUri) (list "oidc.tokenUri" .Values.oidc.tokenUri) (list "redis.host" .Values.redis.host) -}}
{{- if .Values.ingress.enabled -}}{{- $needed = append $needed (list "ingress.host" .Values.ingress.host) -}}{{- end -}}
{{- if .Values.httpRoute.enabled -}}{{- $needed = append $needed (list "httpRoute.parentRefs" .Values.httpRoute.parentRefs) -}}{{- end -}}
{{- range $needed -}}
{{- if not (last .) -}}{{- fail (printf "%s: empty (expected: a value)" (first .)) -}}{{- end -}}
{{- end -}}
{{- range $name := include "fact.programs" . | fromJsonArray -}}
{{- $program := include "fact.program" (dict "root" $ "name" $name) | fromYaml -}}
{{- if not $program.postgresql.host -}}
{{- fail (printf "postgresql.host: empty (expected: a value, or one for %s.postgresql.host)" $name) -}}
{{- end -}}
{{- with $program.autoscaling -}}
{{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) -}}
{{- fail (printf "%s.autoscaling.minReplicas: %d (expected: at most maxReplicas, %d)" $name (int .minReplicas) (int .maxReplicas)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with .Values.shutdown -}}
{{- $least := add .preStopSeconds .drainSeconds 25 | int -}}
{{- if lt (int .gracePeriodSeconds) $least -}}
{{- fail (printf "shutdown.gracePeriodSeconds: %d (expected: at least %d: preStopSeconds, drainSeconds and 25)" (int .gracePeriodSeconds) $least) -}}
{{- end -}}
{{- end -}}
{{- if and .Values.ingress.enabled .Values.httpRoute.enabled -}}
{{- fail "httpRoute.enabled: true (expected: false, since ingress.enabled is true)" -}}
{{- end -}}
{{- if and .Values.metrics.podMonitor.enabled .Values.networkPolicy.enabled (not .Values.networkPolicy.prometheus) -}}
{{- fail "networkPolicy.prometheus: empty (expected: a value, since metrics.podMonitor.enabled is true)" -}}
{{- end -}}
{{- if and .Values.ca.trustStoreKey (not .Values.ca.configMap) -}}
{{- fail (printf "ca.trustStoreKey: %s (expected: a value for ca.configMap, too)" .Values.ca.trustStoreKey) -}}
{{- end -}}
{{- end }}
