// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.backup.BackupContent;
import io.github.bseries.client.internal.backup.PartFile;
import io.github.bseries.client.internal.http.AnswerHead;
import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.HttpResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The call of the backup API: what is let into a file, and when the file is let be seen. */
final class BackupCall {

  private static final String COMMAND = "backup";
  private static final String PATH = "/api/backup";

  private final HttpCaller http;
  private final AuthorizedCalls authorized;
  private final Answers answers;
  private final HttpCall call;
  private final LongSupplier nanoTime;
  private final CallEvents events;

  BackupCall(
      HttpCaller http,
      AuthorizedCalls authorized,
      Answers answers,
      HttpCall.Timeouts timeouts,
      LongSupplier nanoTime,
      CallEvents events) {
    this.http = http;
    this.authorized = authorized;
    this.answers = answers;
    this.call = HttpCall.get(PATH, Map.of(), timeouts);
    this.nanoTime = nanoTime;
    this.events = events;
  }

  /** Brings a backup into a new file, or leaves none. */
  BackupDownload download(Path target) {
    http.checkOpen();
    checkTarget(target);
    return events.during(COMMAND, span -> bring(target));
  }

  private BackupDownload bring(Path target) {
    long start = nanoTime.getAsLong();
    HttpResult.Answered<Body> answer =
        authorized
            .read(
                COMMAND,
                call,
                with -> send(with, target),
                Body::errorBody,
                // Making a backup is work for an appliance, and a part of one is no fault that
                // passes.
                AuthorizedCalls.Lost.LEFT)
            .answer();
    AnswerHead head = answer.head();
    if (answer.body() instanceof Stored stored) {
      Duration duration = Duration.ofNanos(nanoTime.getAsLong() - start);
      return new BackupDownload(
          target,
          stored.sizeBytes(),
          stored.sha256(),
          duration,
          head.date(),
          end(head),
          ServerFileName.in(head.contentDisposition()));
    }
    Refused refused = (Refused) answer.body();
    throw answers.refusal(COMMAND, head.status(), refused.errorBody, refused.objection);
  }

  /** What came instead of a backup, or the file that it is in. */
  private sealed interface Body {

    /** The part of the body that may be an error. */
    byte[] errorBody();
  }

  /** A backup, published. */
  private record Stored(long sizeBytes, String sha256) implements Body {

    @Override
    public byte[] errorBody() {
      return new byte[0];
    }
  }

  /** Something else: its beginning, and why. */
  private static final class Refused implements Body {

    private final byte[] errorBody;
    private final String objection;

    Refused(byte[] errorBody, String objection) {
      this.errorBody = errorBody;
      this.objection = objection;
    }

    @Override
    public byte[] errorBody() {
      return errorBody;
    }
  }

  private static void checkTarget(Path target) {
    try {
      PartFile.checkTarget(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private HttpResult<Body> send(HttpCall with, Path target) {
    try {
      return http.send(with, (head, body) -> store(target, head, body));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the backup to " + target + ": " + e, e);
    }
  }

  private static Body store(Path target, AnswerHead head, InputStream body) throws IOException {
    byte[] beginning = body.readNBytes(BackupContent.LOOKED_AT);
    String objection = objection(head, beginning);
    if (objection != null) {
      return new Refused(beginning, objection);
    }
    try (PartFile part = PartFile.beside(target)) {
      part.write(beginning, beginning.length);
      part.writeAll(body);
      return new Stored(part.sizeBytes(), part.publish());
    }
  }

  private static BackupEnd end(AnswerHead head) {
    if (head.chunked()) {
      return BackupEnd.LAST_CHUNK;
    }
    return head.lengthIsTold() ? BackupEnd.LENGTH : BackupEnd.UNPROVEN;
  }

  private static @Nullable String objection(AnswerHead head, byte[] beginning) {
    if (head.status() != 200) {
      return "no backup";
    }
    String encoding = head.contentEncoding();
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return "the body is encoded as " + encoding + ", which was not asked for";
    }
    if (end(head) == BackupEnd.UNPROVEN) {
      return "neither a length nor chunks, so that a whole backup cannot be told from a part";
    }
    return BackupContent.objection(beginning);
  }
}
