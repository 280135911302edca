// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.internal.age.AgeEncryption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who can decrypt: the public half of a key of {@code age}, as {@code age-keygen} prints
 * it. The private half is needed to decrypt only, and has no place on the machine that backs up.
 *
 * @param text the public key, such as {@code age1} and 58 more characters; no secret
 * @since 0.1
 */
public record AgeRecipient(String text) {

  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException if it is none, was mistyped, or is a private key; the message
   *     says which and does not show it
   */
  public AgeRecipient {
    String objection = AgeEncryption.objection(requireNonNull(text, "text"));
    if (objection != null) {
      throw new IllegalArgumentException("no recipient of age: " + objection);
    }
  }

  /**
   * Reads a file as {@code age --recipients-file} does: one recipient on each line; empty lines and
   * lines that begin with {@code #} do not count.
   *
   * @return one recipient or more
   * @throws IllegalArgumentException if a line is none, or there is none; the message names file
   *     and line
   * @throws UncheckedIOException if the file cannot be read
   */
  public static List<AgeRecipient> ofFile(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(requireNonNull(file, "file"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the recipients in " + file + ": " + e, e);
    }
    List<AgeRecipient> recipients = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        recipients.add(ofLine(file, i + 1, line));
      }
    }
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("there is no recipient in " + file);
    }
    return List.copyOf(recipients);
  }

  private static AgeRecipient ofLine(Path file, int number, String line) {
    try {
      return new AgeRecipient(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
    }
  }

  /** Returns the public key. */
  @Override
  public String toString() {
    return text;
  }
}
