// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import io.github.bseries.client.internal.file.OwnFolder;
import io.github.bseries.client.internal.json.form.FileForm;
import io.github.bseries.core.pair.PairHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in which programs keep the memory of a pair from one run to the next: {@link
 * PairHistory} as JSON. {@code docs/guide/history-file.md} explains each field.
 *
 * <p>No secret stands in it. It holds what appliances said of themselves, with their ids and host
 * names. What was written is read back as an equal history.
 *
 * <p>A file of this version stays readable by every later SDK. One of a later version is refused,
 * and {@link InvalidFileException#isOfLaterVersion()} tells it from one that is damaged; {@link
 * InvalidFileException#isOfAnotherKind()} tells a file that never was one.
 *
 * <p>A file is replaced as a whole, so a reader never sees a part of it; but of two programs that
 * read it and then write it here, the second wins, and what the first remembered is lost. A {@code
 * PairClient} that was given the file reads and writes it in one go, one program after the other.
 *
 * @since 0.1
 */
public final class HistoryFile {

  /**
   * A history repeats three answers of an appliance at most, each of up to 1 MiB; as JSON, with
   * escapes and a line for each value, they are a few times as long.
   */
  private static final FormFile FILE = new FormFile("history file", 16 * 1024 * 1024);

  /** The form of the file. */
  static final FileForm<PairHistory> FORM =
      new FileForm<>("bseries-history", 1, HistoryForm.FIELDS, HistoryForm::read);

  private HistoryFile() {}

  /**
   * Reads what is remembered in a file.
   *
   * @param file in UTF-8, at most 16 MiB long; no more of it is read
   * @return the history; empty if there is no such file, as before the first run
   * @throws InvalidFileException if the file holds no history; it names all that is wrong
   * @throws UncheckedIOException if the file is there and cannot be read
   */
  public static Optional<PairHistory> read(Path file) {
    try {
      return Optional.of(FILE.read(file, FORM));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FILE.unreadable(file, e);
    }
  }

  /**
   * Returns what is remembered in a text.
   *
   * @param json the content of a history file, at most 16,777,216 characters long
   * @throws InvalidFileException if the text holds no history; it names all that is wrong
   */
  public static PairHistory parse(String json) {
    return FILE.parse(json, FORM);
  }

  /**
   * Writes a history into a file: the old content is replaced as a whole, at once, and only when
   * the new one is on the disk.
   *
   * @param file need not exist; its folder must. A new one belongs to its owner alone. Behind a
   *     symbolic link, the file is replaced and not the link
   * @throws UncheckedIOException if the file cannot be written. Then it is as it was, or it has its
   *     new content, and a crash of the machine may take that back
   * @throws IllegalArgumentException if the history holds so much text that it would not be read
   *     again, which is more than appliances can answer
   */
  public static void write(PairHistory history, Path file) {
    FILE.write(toJson(history), file, OwnFolder.ofFile(file));
  }

  /**
   * Returns the content of the file for a history: indented, one line for each value, with a line
   * end at its end.
   *
   * @throws IllegalArgumentException if the history holds so much text that it would not be read
   *     again, which is more than appliances can answer
   */
  public static String toJson(PairHistory history) {
    return FILE.readable(FORM.print(HistoryForm.write(history)));
  }
}
