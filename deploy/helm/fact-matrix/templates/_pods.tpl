{{/* root, component: where a pod runs and what it may, without its containers. */}}
{{- define "fact.pod" -}}
automountServiceAccountToken: false
# A variable for each service of the namespace could be taken for a setting.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with .root.Values.pods }}
{{- with .serviceAccountName }}
serviceAccountName: {{ . }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
volumes:
  # Netty unpacks its native parts here.
  - name: tmp
    emptyDir: {sizeLimit: 256Mi}
{{- with .root.Values.ca }}
{{- if .configMap }}
  - name: ca
    configMap:
      name: {{ .configMap }}
      items:
        - {key: {{ .pemKey }}, path: ca.pem}
{{- with .trustStoreKey }}
        - {key: {{ . }}, path: trust.p12}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* root: what every container may, and sees. */}}
{{- define "fact.container" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
volumeMounts:
  - {name: tmp, mountPath: /tmp}
{{- if .root.Values.ca.configMap }}
  - {name: ca, mountPath: /etc/fact-matrix, readOnly: true}
{{- end }}
{{- end }}
