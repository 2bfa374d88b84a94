package io.factmatrix.deploy.local.server;

/** One program's database, and who may do what in it. */
public record Database(String url, String owner, String ownerPassword, String app, String appPassword) {}
