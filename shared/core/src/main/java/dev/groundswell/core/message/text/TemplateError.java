package dev.groundswell.core.message.text;

/**
 * Why a wording is no template.
 *
 * @param message a sentence for the person who wrote it
 * @param start   of the place, in UTF-16 units of the part
 * @param end     behind it
 */
public record TemplateError(TextPart part, String message, int start, int end) {}
