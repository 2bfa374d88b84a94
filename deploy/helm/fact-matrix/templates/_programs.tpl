{{- define "fact.programs" -}}
{{- toJson (list "gateway" "livestream" "creator" "campaign" "kol") -}}
{{- end }}

{{- define "fact.services" -}}
{{- toJson (list "livestream" "creator" "campaign" "kol") -}}
{{- end }}

{{/* Lays `over` over `base`: sprig's own merges take false, 0 and "" for nothing said. */}}
{{- define "fact.lay" -}}
{{- range $key, $value := .over -}}
{{- if and (kindIs "map" $value) (kindIs "map" (get $.base $key)) -}}
{{- include "fact.lay" (dict "base" (get $.base $key) "over" $value) -}}
{{- else -}}
{{- $_ := set $.base $key $value -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* root, name: what holds for a program, as YAML. */}}
{{- define "fact.program" -}}
{{- $program := deepCopy .root.Values.programs -}}
{{- $_ := set $program "postgresql" (deepCopy .root.Values.postgresql) -}}
{{- include "fact.lay" (dict "base" $program "over" (index .root.Values .name)) -}}
{{- if not $program.secretName -}}
{{- $_ := set $program "secretName" (printf "%s-%s" (include "fact.fullname" .root) .name) -}}
{{- end -}}
{{- if not $program.ownerSecretName -}}
{{- $_ := set $program "ownerSecretName" (printf "%s-%s-owner" (include "fact.fullname" .root) .name) -}}
{{- end -}}
{{- toYaml $program -}}
{{- end }}

{{/* root, postgresql: the URL of a program's database. */}}
{{- define "fact.jdbcUrl" -}}
{{- $ca := "" -}}
{{- if hasPrefix "verify" .postgresql.sslMode -}}
{{- if .root.Values.ca.configMap -}}
{{- $ca = "&sslrootcert=/etc/fact-matrix/ca.pem" -}}
{{- else -}}
{{- $ca = "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" -}}
{{- end -}}
{{- end -}}
{{- printf "jdbc:postgresql://%s:%d/%s?sslmode=%s%s" .postgresql.host (int .postgresql.port) .postgresql.database .postgresql.sslMode $ca -}}
{{- end }}

{{/* name, secret, key */}}
{{- define "fact.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: {name: {{ .secret }}, key: {{ .key }}}
{{- end }}

{{/* root, program: what every JVM is told. */}}
{{- define "fact.jvmVariables" -}}
{{- $options := list -}}
{{- with .root.Values.ca }}
{{- if and .configMap .trustStoreKey -}}
{{- $options = list "-Djavax.net.ssl.trustStore=/etc/fact-matrix/trust.p12" "-Djavax.net.ssl.trustStoreType=PKCS12" (printf "-Djavax.net.ssl.trustStorePassword=%s" .trustStorePassword) -}}
{{- end -}}
{{- end -}}
{{- with .program.jvmOptions }}{{ $options = append $options . }}{{ end -}}
{{- with $options }}
- name: JAVA_TOOL_OPTIONS
  value: {{ join " " . | quote }}
{{- end }}
{{- with .root.Values.pods.logFormat }}
- name: LOGGING_STRUCTURED_FORMAT_CONSOLE
  value: {{ . | quote }}
{{- end }}
{{- with .program.settings }}
- name: SPRING_APPLICATION_JSON
  value: {{ toJson . | quote }}
{{- end }}
{{- end }}

{{/* root, program: what each of the five is told. */}}
{{- define "fact.variables" -}}
{{ include "fact.jvmVariables" . }}
{{ include "fact.secretVariable" (dict "name" "FACT_CURSORS_KEY" "secret" .program.secretName "key" "cursor-key") }}
{{- with .root.Values.tracing }}
{{- if .endpoint }}
- name: MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT
  value: {{ .endpoint | quote }}
- name: MANAGEMENT_TRACING_SAMPLING_PROBABILITY
  value: {{ .sampled | quote }}
{{- end }}
{{- end }}
- name: SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE
  value: {{ printf "%ds" (int .root.Values.shutdown.drainSeconds) }}
{{- with .root.Values.oidc }}
- name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI
  value: {{ .issuerUri | quote }}
- name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES
  value: {{ .audience | quote }}
- name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWSALGORITHMS
  value: {{ join "," .algorithms | quote }}
- name: FACT_TOKEN_MERCHANTSCLAIM
  value: {{ .merchantsClaim | quote }}
- name: FACT_TOKEN_ROLESCLAIM
  value: {{ .rolesClaim | quote }}
- name: FACT_TOKEN_CLOCKSKEW
  value: {{ .clockSkew | quote }}
{{- end }}
{{- end }}

{{/* root, program */}}
{{- define "fact.gatewayVariables" -}}
{{ include "fact.othersVariables" (dict "root" .root "program" .program "prefix" "FACT_FIELDS" "others" (include "fact.services" .root | fromJsonArray)) }}
{{- if .root.Values.webhooks.enabled }}
{{ include "fact.secretVariable" (dict "name" "FACT_WEBHOOKS_KEY" "secret" .program.secretName "key" "webhook-key") }}
{{- end }}
- name: SPRING_DATA_REDIS_HOST
  value: {{ .root.Values.redis.host | quote }}
- name: SPRING_DATA_REDIS_PORT
  value: {{ .root.Values.redis.port | quote }}
- name: SPRING_DATA_REDIS_SSL_ENABLED
  value: {{ .root.Values.redis.tls | quote }}
{{- if and .root.Values.redis.tls .root.Values.ca.configMap }}
- name: SPRING_DATA_REDIS_SSL_BUNDLE
  value: redis
- name: SPRING_SSL_BUNDLE_PEM_REDIS_TRUSTSTORE_CERTIFICATE
  value: file:/etc/fact-matrix/ca.pem
{{- end }}
{{- if .root.Values.redis.auth }}
{{- with .root.Values.redis.username }}
- name: SPRING_DATA_REDIS_USERNAME
  value: {{ . | quote }}
{{- end }}
{{ include "fact.secretVariable" (dict "name" "SPRING_DATA_REDIS_PASSWORD" "secret" .program.secretName "key" "redis-password") }}
{{- end }}
{{- end }}

{{/* root, name, program */}}
{{- define "fact.serviceVariables" -}}
{{ include "fact.othersVariables" (dict "root" .root "program" .program "prefix" "FACT_PEERS" "others" (without (include "fact.services" .root | fromJsonArray) .name)) }}
{{- end }}

{{/* root, program, prefix, others: the services that a program asks, and who it is to them. */}}
{{- define "fact.othersVariables" -}}
{{- range $service := .others -}}
- name: {{ $.prefix }}_{{ upper $service }}
  value: {{ include "fact.uri" (dict "root" $.root "name" $service) }}
{{ end -}}
- name: {{ .prefix }}_TOKENURI
  value: {{ .root.Values.oidc.tokenUri | quote }}
- name: {{ .prefix }}_CLIENTID
  value: {{ .program.clientId | quote }}
{{ include "fact.secretVariable" (dict "name" (printf "%s_CLIENTSECRET" .prefix) "secret" .program.secretName "key" "client-secret") }}
{{- end }}

{{/* root, program */}}
{{- define "fact.storeVariables" -}}
- name: SPRING_DATASOURCE_URL
  value: {{ include "fact.jdbcUrl" (dict "root" .root "postgresql" .program.postgresql) | quote }}
- name: SPRING_DATASOURCE_USERNAME
  value: {{ .program.postgresql.username | quote }}
{{ include "fact.secretVariable" (dict "name" "SPRING_DATASOURCE_PASSWORD" "secret" .program.secretName "key" "database-password") }}
- name: SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE
  value: {{ .program.postgresql.poolSize | quote }}
# The jobs migrate, as the owner, whose password the program has not.
- name: SPRING_FLYWAY_ENABLED
  value: "false"
{{- end }}

{{/* root, name, program: of the job. */}}
{{- define "fact.migrationVariables" -}}
{{ include "fact.jvmVariables" (dict "root" .root "program" (dict)) }}
- name: SPRING_CONFIG_NAME
  value: {{ include "fact.imageName" .name }}
- name: SPRING_FLYWAY_URL
  value: {{ include "fact.jdbcUrl" (dict "root" .root "postgresql" .program.postgresql) | quote }}
- name: SPRING_FLYWAY_USER
  value: {{ .program.postgresql.ownerUsername | quote }}
{{ include "fact.secretVariable" (dict "name" "SPRING_FLYWAY_PASSWORD" "secret" .program.ownerSecretName "key" "database-password") }}
# Whom the migrations grant what the program needs.
- name: SPRING_DATASOURCE_USERNAME
  value: {{ .program.postgresql.username | quote }}
{{- end }}
