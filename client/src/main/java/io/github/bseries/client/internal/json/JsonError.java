// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error as the API tells it in JSON.
 *
 * @param code the short word for it, such as {@code access_denied}; null if there is none
 * @param message the sentence for it; null if there is none, but never without a code
 * @source D-JSON ({@code error} and {@code message}), S-V2 ({@code message} alone), L-OAUTH (the
 *     words)
 */
public record JsonError(@Nullable String code, @Nullable String message) {

  /**
   * Words by which a token is refused: those of the library that the appliance uses, and of RFC
   * 6750.
   */
  private static final Set<String> TOKEN_REFUSED = Set.of("access_denied", "invalid_token");

  /** Words of their own: what is blocked or unlocked is something else. */
  private static final Pattern LOCKED =
      Pattern.compile("(?<![a-z])lock(ed|[ _-]?out)(?![a-z])", Pattern.CASE_INSENSITIVE);

  /** Returns the error in this body; empty if there is none that is known. */
  public static Optional<JsonError> read(byte[] body) {
    return JsonBodies.object(body)
        .map(
            object ->
                new JsonError(JsonBodies.text(object, "error"), JsonBodies.text(object, "message")))
        .filter(error -> error.code != null || error.message != null);
  }

  /**
   * Returns whether it is the token that was refused, so that another may be taken. A 401 alone
   * does not say so: the vendor uses it for wrong parameters as well.
   */
  public boolean isTokenRefused() {
    return code != null && TOKEN_REFUSED.contains(code);
  }

  /**
   * Returns whether it is the client id or the secret that was refused.
   *
   * @source L-OAUTH ({@code invalid_client})
   */
  public boolean areCredentialsRefused() {
    return "invalid_client".equals(code);
  }

  /**
   * Returns whether the account is locked, or a lock-out is spoken of. Together with {@link
   * #areCredentialsRefused()} it may be no more than a warning.
   *
   * @source S-CFG (there is a lock-out); assumed: its words
   */
  public boolean isLockOut() {
    return LOCKED.matcher(words()).find();
  }

  /** Returns code and message, as far as they are there. */
  public String words() {
    if (code == null) {
      return String.valueOf(message);
    }
    return message == null ? code : code + ": " + message;
  }
}
