package dev.groundswell.local.template;

/**
 * An S3 bucket. Its rules (lifecycle, encryption, policy) have no local meaning; its CORS rule has the one of the whole
 * run, which lets pages of this machine in.
 */
public record BucketResource(String id, String name) {}
