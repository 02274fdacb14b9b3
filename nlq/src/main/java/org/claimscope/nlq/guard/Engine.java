package org.claimscope.nlq.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.claimscope.data.progress.Cancellation;
import org.jspecify.annotations.Nullable;

/// Runs a GGUF file inside this program with llama.cpp. Neither the library nor the file is loaded
/// before the first request; both stay until it is closed. Opens no connection.
final class Engine implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Our instructions are about 4,000 tokens.
    private static final int CONTEXT = 8192;

    private static final long ASK_EVERY_MS = 20;

    private @Nullable ExecutorService thread;

    // Touched by the engine's own thread only.
    private @Nullable LlamaModel model;
    private @Nullable Path loaded;

    /// @param deadline of `System.nanoTime`, for loading too. What is given up goes on until its
    ///   next token, and a file that is being loaded until it is: then the next question finds it.
    Wire.Answer send(Outgoing out, long deadline, Cancellation until) {
        Path file = Path.of(out.uri());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Stopped(Trouble.NO_FILE);
        }
        BooleanSupplier stop = () -> until.requested() || System.nanoTime() - deadline >= 0;
        Future<String> coming = thread().submit(() -> reply(file, out.body(), stop, until));
        while (true) {
            if (stop.getAsBoolean()) {
                coming.cancel(false);
                throw ended(until);
            }
            try {
                String text = coming.get(ASK_EVERY_MS, TimeUnit.MILLISECONDS);
                return new Wire.Answer(
                        200, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
            } catch (TimeoutException notYet) {
                // Asked again, until the deadline or the person ends it.
            } catch (InterruptedException e) {
                coming.cancel(false);
                Thread.currentThread().interrupt();
                throw new Stopped(Trouble.CANCELLED);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Stopped stopped
                        ? stopped
                        : new Stopped(Trouble.SERVICE_FAILED);
            }
        }
    }

    private static Stopped ended(Cancellation until) {
        return new Stopped(until.requested() ? Trouble.CANCELLED : Trouble.TIMED_OUT);
    }

    /// Native code holds its thread: it gets one of its own.
    private synchronized ExecutorService thread() {
        ExecutorService now = thread;
        if (now == null) {
            now =
                    Executors.newSingleThreadExecutor(
                            Thread.ofPlatform().daemon().name("model-file").factory());
            thread = now;
        }
        return now;
    }

    private String reply(Path file, byte[] body, BooleanSupplier stop, Cancellation until)
            throws IOException {
        JsonNode asked = JSON.readTree(body);
        LlamaModel with = load(file);
        var parameters =
                new InferenceParameters("")
                        .setMessages(
                                asked.path("system").asText(),
                                List.of(new Pair<>("user", asked.path("user").asText())))
                        .setUseChatTemplate(true)
                        .setTemperature(0f)
                        .setNPredict(asked.path("n_predict").asInt());
        if (asked.has("json_schema")) {
            parameters.setGrammar(
                    LlamaModel.jsonSchemaToGrammar(asked.path("json_schema").toString()));
        }
        var text = new StringBuilder();
        LlamaIterator tokens = with.generate(parameters).iterator();
        while (tokens.hasNext()) {
            if (stop.getAsBoolean()) {
                tokens.cancel();
                throw ended(until);
            }
            text.append(tokens.next().text);
            if (text.length() > Wire.LARGEST_REPLY) {
                tokens.cancel();
                throw new Stopped(Trouble.TOO_LARGE);
            }
        }
        return text.toString();
    }

    private LlamaModel load(Path file) {
        LlamaModel now = model;
        if (now != null && file.equals(loaded)) {
            return now;
        }
        try {
            LlamaLibrary.unpack();
            now =
                    new LlamaModel(
                            new ModelParameters()
                                    .setModel(file.toString())
                                    .setCtxSize(CONTEXT)
                                    .skipWarmup()
                                    .disableLog());
        } catch (LinkageError e) {
            throw new Stopped(Trouble.NO_ENGINE);
        } catch (RuntimeException e) {
            // Its words quote the path, and say no more than that.
            throw new Stopped(Trouble.NOT_A_MODEL);
        }
        model = now;
        loaded = file;
        return now;
    }

    private void unload() {
        if (model != null) {
            model.close();
            model = null;
        }
    }

    /// Frees the model once nothing runs any more; does not wait for that.
    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.execute(this::unload);
            thread.shutdown();
            thread = null;
        }
    }
}
