// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.util.Locale;
import java.util.Optional;

/**
 * Ways in which the right answer suffers after the work was done. Some need an answer of a certain
 * form, and wait for a call that has one, see {@link #actsOn}; if that call is refused, its refusal
 * passes as it is.
 *
 * @source assumed: none was seen at an appliance
 * @since 0.1
 */
public enum DeformedAnswer implements ApplianceFault {
  /** The right body, said to be {@code text/html}. */
  WRONG_CONTENT_TYPE("a proxy, or a misconfigured server, names another type"),

  /** The right text in UTF-16, said to be UTF-8; not for backups, which are no text. */
  WRONG_CHARSET("a proxy recodes the text and leaves the header as it was"),

  /** The right body behind a byte order mark. */
  BYTE_ORDER_MARK("a template was saved by an editor that adds one"),

  /** A document whose entities grow to gigabytes when they are read; for commands. */
  ENTITY_BOMB("somebody on the way wants the client to fall"),

  /** The right document with a document type that names a file elsewhere; for commands. */
  DOCUMENT_TYPE("somebody on the way wants the client to fetch or to tell something"),

  /** The right body, and then 100 MB of line ends. It is made while it is sent. */
  HUGE("an error page that contains itself, a log that is never cut"),

  /** The right root with 100,000 elements inside each other; for commands. */
  DEEP_NESTING("somebody on the way wants the client to fall"),

  /** A health whose role is a word that nobody knows; for {@code check_health}. */
  UNKNOWN_ROLE("a newer appliance has one more role"),

  /** A health without {@code success}; for {@code check_health}. */
  MISSING_SUCCESS("an older or newer appliance has other elements"),

  /** The first half of the right body, ended as if it were whole. */
  TRUNCATED("a disk is full, or a worker ended, while a backup was made"),

  /** No body, said to be right. */
  ZERO_BYTES("a backup that could not be made at all"),

  /** A page in HTML, said to be a backup. */
  HTML_AS_BACKUP("the page of an error is sent where a file should be"),

  /**
   * A line of text, said to be a backup.
   *
   * @source W-PERL (that this happens to backups, and the words)
   */
  TEXT_AS_BACKUP("the account is refused in the place of the file");

  private final String cause;

  DeformedAnswer(String cause) {
    this.cause = cause;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String cause() {
    return cause;
  }

  @Override
  public boolean actsOn(CallKind kind) {
    return switch (this) {
      case WRONG_CONTENT_TYPE, BYTE_ORDER_MARK, HUGE, TRUNCATED, ZERO_BYTES -> true;
      case WRONG_CHARSET -> kind != CallKind.BACKUP;
      case ENTITY_BOMB, DOCUMENT_TYPE, DEEP_NESTING -> kind.isCommand();
      case UNKNOWN_ROLE, MISSING_SUCCESS -> kind == CallKind.CHECK_HEALTH;
      case HTML_AS_BACKUP, TEXT_AS_BACKUP -> kind == CallKind.BACKUP;
    };
  }

  @Override
  public Optional<DeformedAnswer> deformation() {
    return Optional.of(this);
  }
}
