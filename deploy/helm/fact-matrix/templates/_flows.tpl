{{/* root, component, port: a pod of this release, called on that port. */}}
{{- define "fact.flowTo" -}}
- to:
    - podSelector:
        matchLabels: {{- include "fact.selector" . | nindent 10 }}
  ports:
    - {protocol: TCP, port: {{ .port }}}
{{- end }}

{{/* peers, ports: something that is not of this release. */}}
{{- define "fact.flowOut" -}}
- ports:
    {{- range .ports }}
    - {protocol: TCP, port: {{ . }}}
    {{- end }}
  {{- with .peers }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* root, name: from Prometheus to that program, if it is to read it. */}}
{{- define "fact.flowOfMetrics" -}}
{{- if .root.Values.metrics.podMonitor.enabled -}}
- from: {{- toYaml .root.Values.networkPolicy.prometheus | nindent 4 }}
  ports:
    - {protocol: TCP, port: {{ include "fact.managementPort" .name }}}
{{- end }}
{{- end }}

{{/* To the collector of spans, if there is one. */}}
{{- define "fact.flowOfSpans" -}}
{{- with .Values.tracing.endpoint -}}
{{- include "fact.flowOut" (dict "peers" $.Values.networkPolicy.tracing "ports" (list (include "fact.portOf" .))) -}}
{{- end }}
{{- end }}

{{- define "fact.flowToDns" -}}
- ports:
    - {protocol: UDP, port: 53}
    - {protocol: TCP, port: 53}
  {{- with .Values.networkPolicy.dns }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "fact.portOf" -}}
{{- $uri := urlParse . -}}
{{- $port := regexFind ":[0-9]+$" $uri.host | trimPrefix ":" -}}
{{- $port | default (eq $uri.scheme "https" | ternary "443" "80") -}}
{{- end }}

{{/* Those of the issuer, as a list in JSON. */}}
{{- define "fact.issuerPorts" -}}
{{- list (include "fact.portOf" .Values.oidc.issuerUri | int) (include "fact.portOf" .Values.oidc.tokenUri | int) | uniq | toJson -}}
{{- end }}
