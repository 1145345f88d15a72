/**
 * Campaigns on their way: {@link dev.groundswell.bulksend.CampaignSendHandler} plans and sends them step by step, {@link
 * dev.groundswell.bulksend.CampaignWatchHandler} looks each minute what is due.
 */
@NullMarked
package dev.groundswell.bulksend;

import org.jspecify.annotations.NullMarked;
