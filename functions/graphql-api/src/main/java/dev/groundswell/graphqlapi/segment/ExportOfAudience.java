package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.freeze.AudienceExport;
import dev.groundswell.core.segment.freeze.AudienceId;

/** A file of a frozen audience, and of which. */
record ExportOfAudience(AudienceId audience, AudienceExport export) {}
