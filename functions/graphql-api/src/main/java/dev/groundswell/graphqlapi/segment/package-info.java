/**
 * The resolvers of segments and of the audiences that are frozen of them. Read {@link
 * dev.groundswell.graphqlapi.segment.SegmentRoots} and {@link dev.groundswell.graphqlapi.segment.AudienceRoots}.
 */
@NullMarked
package dev.groundswell.graphqlapi.segment;

import org.jspecify.annotations.NullMarked;
