/** How a customer is reached: phones in E.164, e-mail addresses normalised. Read {@link dev.groundswell.core.contact.Phone} and {@link dev.groundswell.core.contact.Email}. */
@NullMarked
package dev.groundswell.core.contact;

import org.jspecify.annotations.NullMarked;
