// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.json.form;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one text, in the order in which it was found. */
public final class Problems {

  /** More than anybody reads; a hostile text must not fill the memory with complaints. */
  static final int MOST = 100;

  private final List<Problem> found = new ArrayList<>();
  private int count;
  private boolean laterVersion;
  private boolean anotherKind;

  /** Adds a problem. */
  public void add(String path, String message) {
    count++;
    if (count <= MOST) {
      found.add(new Problem(path, message));
    }
  }

  /** Tells that the text is not broken, but of a version that is to come. */
  void tellLaterVersion() {
    laterVersion = true;
  }

  /** Returns whether the text is of a version that is to come; then nothing else is known of it. */
  public boolean isOfLaterVersion() {
    return laterVersion;
  }

  /** Tells that the text is not a broken one of this kind, but never was of it. */
  void tellAnotherKind() {
    anotherKind = true;
  }

  /** Returns whether the text is of another kind; then nothing else is known of it. */
  public boolean isOfAnotherKind() {
    return anotherKind;
  }

  /** Returns how many were added; never lower than before. */
  public int count() {
    return count;
  }

  /** Returns the first of them, and how many more there are if they are too many to show. */
  public List<Problem> list() {
    List<Problem> shown = new ArrayList<>(found);
    if (count > MOST) {
      shown.add(new Problem("$", "there are " + (count - MOST) + " more problems like these"));
    }
    return List.copyOf(shown);
  }
}
