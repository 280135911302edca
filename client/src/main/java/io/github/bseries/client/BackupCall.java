// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.internal.age.AgeEncryption;
import io.github.bseries.client.internal.backup.BackupContent;
import io.github.bseries.client.internal.backup.BackupWriter;
import io.github.bseries.client.internal.backup.NoRoom;
import io.github.bseries.client.internal.backup.PartFile;
import io.github.bseries.client.internal.backup.Room;
import io.github.bseries.client.internal.file.OwnFolder;
import io.github.bseries.client.internal.http.AnswerHead;
import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.json.PasswordJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The call of the backup API: what is let into a file, and when the file is let be seen. */
final class BackupCall {

  static final String COMMAND = "backup";
  private static final String PATH = "/api/backup";
  private static final int PIECE_BYTES = 64 * 1024;

  private final HttpCaller http;
  private final AuthorizedCalls authorized;
  private final Answers answers;
  private final HttpCall.Timeouts timeouts;
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
    this.timeouts = timeouts;
    this.nanoTime = nanoTime;
    this.events = events;
  }

  /** Brings a backup into a new file, or leaves none. */
  BackupDownload download(Path target, DownloadSettings settings) {
    http.checkOpen();
    checkTarget(target, settings);
    return events.during(COMMAND, span -> bring(target, settings));
  }

  private BackupDownload bring(Path target, DownloadSettings settings) {
    SecretSource source = settings.password().orElse(null);
    if (source == null) {
      HttpCall call = HttpCall.get(PATH, Map.of(), timeouts);
      return new Download(target, settings, answers).make(call);
    }
    char[] password = read(source);
    try (PasswordJson json = PasswordJson.of(password)) {
      HttpCall call = HttpCall.postJson(PATH, json.bytes(), timeouts);
      return new Download(target, settings, answers.hiding(password)).make(call);
    } catch (CharacterCodingException e) {
      throw answers.unsent(
          COMMAND, "not sent: the password has half a character in it; choose another", false);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private char[] read(SecretSource source) {
    try {
      return ApiAccount.read(source, "the password of the backup");
    } catch (ApiAccount.SecretUnavailable e) {
      throw answers.unsent(COMMAND, "not sent: " + e.getMessage(), false);
    }
  }

  private static void checkTarget(Path target, DownloadSettings settings) {
    try {
      PartFile.checkTarget(target);
      OptionalLong expected = settings.expectedBytes();
      long plain =
          expected.isPresent()
              ? expected.getAsLong() + expected.getAsLong() / 10
              : settings.smallestBytes();
      Room.around(target, settings.spareBytes()).check(onDisk(plain, settings));
    } catch (NoRoom e) {
      throw full(target, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static long onDisk(long plainBytes, DownloadSettings settings) {
    int recipients = settings.recipients().size();
    // A length that makes no sense must not overflow into one that does.
    long plain = plainBytes < 0 ? Long.MAX_VALUE / 2 : Math.min(plainBytes, Long.MAX_VALUE / 2);
    return recipients == 0 ? plain : AgeEncryption.mostBytes(plain, recipients);
  }

  private static DiskFullException full(Path target, NoRoom e) {
    DiskFullException full =
        new DiskFullException(OwnFolder.of(target), e.neededBytes(), e.usableBytes());
    full.addSuppressed(e);
    return full;
  }

  private static BackupEnd end(AnswerHead head) {
    if (head.chunked()) {
      return BackupEnd.LAST_CHUNK;
    }
    return head.bodyBytes() == null ? BackupEnd.UNPROVEN : BackupEnd.LENGTH;
  }

  /** What came instead of a backup, or the file that it is in. */
  private sealed interface Body {

    /** The part of the body that may be an error. */
    byte[] errorBody();
  }

  /** A backup, published. */
  private record Stored(BackupWriter.Published published) implements Body {

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

  /** One download with all its attempts. Used by one thread. */
  private final class Download {

    private final Path target;
    private final DownloadSettings settings;
    private final Answers words;

    Download(Path target, DownloadSettings settings, Answers words) {
      this.target = target;
      this.settings = settings;
      this.words = words;
    }

    BackupDownload make(HttpCall call) {
      long start = nanoTime.getAsLong();
      HttpResult.Answered<Body> answer =
          authorized
              .read(
                  COMMAND,
                  call,
                  this::send,
                  Body::errorBody,
                  // Making a backup is work for an appliance, and a part of one is no fault that
                  // passes.
                  AuthorizedCalls.Lost.LEFT)
              .answer();
      AnswerHead head = answer.head();
      if (answer.body() instanceof Stored stored) {
        return made(head, stored.published(), Duration.ofNanos(nanoTime.getAsLong() - start));
      }
      Refused refused = (Refused) answer.body();
      throw words.refusal(COMMAND, head.status(), refused.errorBody, refused.objection);
    }

    private BackupDownload made(AnswerHead head, BackupWriter.Published file, Duration duration) {
      BackupEncryption encryption =
          settings.recipients().isEmpty()
              ? null
              : new BackupEncryption(settings.recipients(), file.plainBytes(), file.plainSha256());
      return new BackupDownload(
          target,
          file.fileBytes(),
          file.fileSha256(),
          duration,
          head.date(),
          end(head),
          ServerFileName.in(head.contentDisposition()),
          encryption);
    }

    private HttpResult<Body> send(HttpCall with) {
      try {
        return http.send(with, this::store);
      } catch (NoRoom e) {
        throw full(target, e);
      } catch (ClosedByInterruptException e) {
        // The interrupt came in a write, and could have come in a read: the same is told of both.
        return new HttpResult.Failed<>(
            true,
            HttpResult.Progress.ANSWER_BEGUN,
            false,
            "the waiting thread was interrupted, and nothing was kept");
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the backup to " + target + ": " + e, e);
      }
    }

    private Body store(AnswerHead head, InputStream body) throws IOException {
      byte[] beginning = body.readNBytes(BackupContent.LOOKED_AT);
      String objection = objection(head, beginning);
      if (objection != null) {
        return new Refused(beginning, objection);
      }
      Room room = Room.around(target, settings.spareBytes());
      Long told = head.bodyBytes();
      if (told != null) {
        room.check(onDisk(told, settings));
      }
      ProgressReports progress = new ProgressReports(settings, told, nanoTime);
      List<String> recipients = settings.recipients().stream().map(AgeRecipient::text).toList();
      try (BackupWriter file = BackupWriter.to(target, recipients, room)) {
        file.write(beginning, beginning.length);
        progress.begun(file.plainBytes());
        copy(body, file, progress);
        String small = BackupContent.objection(file.plainBytes(), settings.smallestBytes());
        if (small != null) {
          return new Refused(beginning, small);
        }
        Stored stored = new Stored(file.publish());
        progress.complete(file.plainBytes());
        return stored;
      }
    }

    private void copy(InputStream body, BackupWriter file, ProgressReports progress)
        throws IOException {
      byte[] piece = new byte[PIECE_BYTES];
      for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
        file.write(piece, count);
        progress.more(file.plainBytes());
      }
    }

    private @Nullable String objection(AnswerHead head, byte[] beginning) {
      if (head.status() != 200) {
        return "no backup";
      }
      String encoding = head.contentEncoding();
      if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
        return "the body is encoded as " + encoding + ", which was not asked for";
      }
      if (end(head) == BackupEnd.UNPROVEN && !settings.unprovenEndAccepted()) {
        return "neither a length nor chunks, so that a whole backup cannot be told from a part";
      }
      return BackupContent.objection(beginning, settings.smallestBytes());
    }
  }
}
