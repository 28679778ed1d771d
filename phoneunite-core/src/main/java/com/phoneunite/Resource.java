package com.phoneunite;

import com.phoneunite.input.DisplayName;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceRef;
import java.time.Instant;

/**
 * A thing that the host has brought, in an organization.
 *
 * @param id its id
 * @param ref how other things of the organization refer to it, call trees among them
 * @param name unique among the things of its type in the organization
 * @param content what the host keeps of it
 * @param addedAt when it was added
 * @param <T> its content
 */
public record Resource<T>(ResourceId id, ResourceRef ref, DisplayName name, T content, Instant addedAt) {}
