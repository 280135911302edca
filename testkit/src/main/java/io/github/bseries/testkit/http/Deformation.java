// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.DeformedAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a right answer a wrong one. */
final class Deformation {

  static final long HUGE_BYTES = 100_000_000;
  static final int DEPTH = 100_000;

  private static final int BUFFER_BYTES = 64 * 1024;

  /** The first element, after a declaration and blank lines. */
  private static final Pattern ROOT =
      Pattern.compile("\\A(?<before>(<\\?[^>]*>)?\\s*)<(?<name>[A-Za-z_]+)(?<rest>[^>]*)>");

  private static final Pattern ROLE = Pattern.compile("(<failover_role>)[^<]*(</failover_role>)");

  private static final Pattern SUCCESS_OF_HEALTH = Pattern.compile("\\s*<success>[01]</success>");

  private Deformation() {}

  static Answer of(Answer answer, DeformedAnswer how) {
    return switch (how) {
      case WRONG_CONTENT_TYPE -> answer.with("Content-Type", "text/html; charset=UTF-8");
      case WRONG_CHARSET -> recoded(answer);
      case BYTE_ORDER_MARK ->
          answer.withBody(before(answer, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}));
      case ENTITY_BOMB -> rewritten(answer, Deformation::withEntityBomb);
      case DOCUMENT_TYPE ->
          rewritten(answer, text -> withType(text, " SYSTEM \"http://127.0.0.1:9/none.dtd\""));
      case HUGE ->
          answer.withBody(
              () -> new SequenceInputStream(answer.body().get(), new LineEnds(HUGE_BYTES)));
      case DEEP_NESTING -> rewritten(answer, Deformation::nested);
      case UNKNOWN_ROLE -> rewritten(answer, text -> ROLE.matcher(text).replaceAll("$1witness$2"));
      case MISSING_SUCCESS ->
          rewritten(answer, text -> SUCCESS_OF_HEALTH.matcher(text).replaceFirst(""));
      case TRUNCATED -> answer.withBody(firstHalf(answer));
      case ZERO_BYTES -> answer.withBody(() -> new ByteArrayInputStream(new byte[0]));
      case HTML_AS_BACKUP ->
          answer.withBody(text("<!DOCTYPE html>\n<html><body><h1>Error</h1></body></html>\n"));
      case TEXT_AS_BACKUP -> answer.withBody(text("Invalid credentials"));
    };
  }

  private static Supplier<InputStream> before(Answer answer, byte[] bytes) {
    return () -> new SequenceInputStream(new ByteArrayInputStream(bytes), answer.body().get());
  }

  private static Supplier<InputStream> text(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer rewritten(Answer answer, UnaryOperator<String> change) {
    return answer.isText() ? answer.withBody(text(change.apply(answer.text()))) : answer;
  }

  private static Answer recoded(Answer answer) {
    if (!answer.isText()) {
      return answer;
    }
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_16LE);
    return answer.withBody(() -> new ByteArrayInputStream(bytes));
  }

  private static String withEntityBomb(String text) {
    StringBuilder entities = new StringBuilder(" [\n<!ENTITY bomb0 \"bomb\">\n");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY bomb").append(i).append(" \"");
      entities.append(("&bomb" + (i - 1) + ";").repeat(10)).append("\">\n");
    }
    String typed = withType(text, entities.append(']').toString());
    return afterRootTag(typed, "&bomb9;");
  }

  private static String withType(String text, String declaration) {
    Matcher root = ROOT.matcher(text);
    return root.find()
        ? root.group("before")
            + "<!DOCTYPE "
            + root.group("name")
            + declaration
            + ">\n"
            + text.substring(root.end("before"))
        : text;
  }

  private static String nested(String text) {
    return afterRootTag(text, "<deep>".repeat(DEPTH) + "</deep>".repeat(DEPTH));
  }

  /** The root may stand behind a document type: the first tag that is closed by its own name. */
  private static String afterRootTag(String text, String content) {
    Matcher tag = Pattern.compile("<(?<name>[A-Za-z_]+)[^>]*>").matcher(text);
    return tag.find() ? text.substring(0, tag.end()) + content + text.substring(tag.end()) : text;
  }

  /** Reads the body twice: a body may be of many gigabytes, and its length is not known. */
  private static Supplier<InputStream> firstHalf(Answer answer) {
    return () -> new FirstBytes(answer.body().get(), length(answer) / 2);
  }

  private static long length(Answer answer) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream stream = answer.body().get()) {
      long length = 0;
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        length += n;
      }
      return length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Line ends, made while they are read. */
  private static final class LineEnds extends InputStream {

    private long left;

    LineEnds(long count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? '\n' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      Arrays.fill(target, offset, offset + n, (byte) '\n');
      left -= n;
      return n;
    }
  }

  /** The first so many bytes of another stream. */
  private static final class FirstBytes extends InputStream {

    private final InputStream from;
    private long left;

    FirstBytes(InputStream from, long count) {
      this.from = from;
      this.left = count;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? from.read() : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left <= 0) {
        return -1;
      }
      int n = from.read(target, offset, (int) Math.min(length, left));
      left -= Math.max(n, 0);
      return n;
    }

    @Override
    public void close() throws IOException {
      from.close();
    }
  }
}
