package com.phoneunite.resource;

/**
 * Rule T5: something that uses a thing, by its name, so that a person can go there and change it.
 *
 * @param ref what uses it
 * @param name its name as people know it
 */
public record ResourceUse(ResourceRef ref, String name) {}
