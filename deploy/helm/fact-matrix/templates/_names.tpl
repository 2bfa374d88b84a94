{{- define "fact.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride -}}
{{- else if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end }}

{{/* root, component: what selects its pods, and never changes. */}}
{{- define "fact.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* root, component */}}
{{- define "fact.labels" -}}
{{ include "fact.selector" . }}
app.kubernetes.io/part-of: {{ .root.Chart.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{/* root, name of a program */}}
{{- define "fact.image" -}}
{{- printf "%s/%s:%s" .root.Values.image.repository (include "fact.imageName" .name) (.root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- end }}

{{/* Of its image, and of the file that configures it. */}}
{{- define "fact.imageName" -}}
{{- if eq . "gateway" }}gateway{{ else }}{{ . }}-service{{ end -}}
{{- end }}

{{/* The ports that the programs have by themselves. */}}
{{- define "fact.port" -}}
{{- get (dict "gateway" 8080 "livestream" 8081 "creator" 8082 "campaign" 8083 "kol" 8084) . -}}
{{- end }}

{{/* Those of the programs, for those who run them. */}}
{{- define "fact.managementPort" -}}
{{- include "fact.port" . | int | add 1000 -}}
{{- end }}

{{/* root, name of a service */}}
{{- define "fact.uri" -}}
http://{{ include "fact.fullname" .root }}-{{ .name }}:{{ include "fact.port" .name }}
{{- end }}
