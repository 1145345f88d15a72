package dev.groundswell.local.template;

import java.io.Serial;

/** The template cannot be read, or asks for what the local run cannot honour. The message names the resource. */
public final class TemplateException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public TemplateException(String message) {
        super(message);
    }

    public TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
