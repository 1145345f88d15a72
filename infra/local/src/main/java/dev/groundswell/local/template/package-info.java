/**
 * Reads {@code template.yaml} into the records the local run needs: read {@link
 * dev.groundswell.local.template.Template} first, then {@link dev.groundswell.local.template.TemplateReader}. Resources
 * without a local meaning (roles, alarms, keys, log groups) are passed over; what cannot be honoured is an error that
 * names the resource.
 */
@NullMarked
package dev.groundswell.local.template;

import org.jspecify.annotations.NullMarked;
