package io.factmatrix.deploy.local.server;

/** One field's database, and who may do what in it. */
public record FieldDatabase(String url, String owner, String ownerPassword, String app, String appPassword) {}
