// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.file;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file, or a text that should be the content of one, does not hold what it should.
 *
 * <p>It names all that is wrong, so that it can be put right in one go. Only where a text is no
 * JSON at all, or a file of another kind or of a version to come, nothing behind that can be
 * judged.
 *
 * @since 0.1
 */
public final class InvalidFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem[] problems;
  private final boolean laterVersion;
  private final boolean anotherKind;

  InvalidFileException(
      String source, List<Problem> problems, boolean laterVersion, boolean anotherKind) {
    super(
        problems.stream()
            .map(problem -> "\n  " + problem)
            .collect(
                Collectors.joining(
                    "", source + (problems.size() == 1 ? ": a problem" : ": problems"), "")));
    this.problems = problems.toArray(Problem[]::new);
    this.laterVersion = laterVersion;
    this.anotherKind = anotherKind;
  }

  /**
   * Returns whether the file is of a later version than this SDK understands. It may be all right
   * then: it must not be replaced or put away, but be read by a newer SDK.
   */
  public boolean isOfLaterVersion() {
    return laterVersion;
  }

  /**
   * Returns whether the file is of another kind, so that its name was given by mistake: it does not
   * say that it is of this one, or is no JSON and does not begin as this one does. It must not be
   * replaced or put away. A file that is empty may have been of this kind.
   */
  public boolean isOfAnotherKind() {
    return anotherKind;
  }

  /**
   * Returns what is wrong, in the order in which it was found; never empty. If there is more than
   * anybody reads, the last one says so.
   */
  public List<Problem> problems() {
    return List.of(problems);
  }

  /**
   * One thing that is wrong.
   *
   * @param path where, as a JSON path, such as {@code $.normalPrimary.address}; {@code $} is the
   *     whole
   * @param message what is wrong, with the value unless it may be a secret, and what is allowed
   * @since 0.1
   */
  public record Problem(String path, String message) implements Serializable {

    /** Returns path and message on one line. */
    @Override
    public String toString() {
      return path + ": " + message;
    }
  }
}
