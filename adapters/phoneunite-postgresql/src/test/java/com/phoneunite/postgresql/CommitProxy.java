package com.phoneunite.postgresql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a host and its PostgreSQL, and speaks enough of their protocol to know a COMMIT, or another statement: it cuts the
 * connection there when it is told to, or goes silent.
 */
final class CommitProxy implements AutoCloseable {

    /** What happens at a COMMIT, or at another statement. */
    enum Cut {
        /** It never reaches the server. */
        BEFORE_IT_ARRIVES,
        /** It reaches the server, and nobody waits for the answer. */
        BEHIND_IT,
        /** The server has committed and says so, and that never reaches the client. */
        BEFORE_THE_ANSWER,
        /** It never reaches the server, and neither end is told. */
        SILENT
    }

    /** What ends a transaction, or is one by itself. */
    private static final List<String> COMMITS = List.of("COMMIT\0", ".post_usage");

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Cut> next = new AtomicReference<>();
    private final AtomicReference<List<String>> where = new AtomicReference<>(COMMITS);
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean isSilent;

    CommitProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("door", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** That happens to the next COMMIT but so many, on whichever connection. */
    void cut(Cut cut, int others) {
        cut(COMMITS, cut, others);
    }

    /** That happens to the next statement but so many that holds that text. */
    void cut(String text, Cut cut, int others) {
        cut(List.of(text), cut, others);
    }

    private void cut(List<String> texts, Cut cut, int others) {
        where.set(texts);
        before.set(others);
        next.set(cut);
    }

    private @Nullable Cut cutNow() {
        return next.get() != null && before.getAndDecrement() <= 0 ? next.getAndSet(null) : null;
    }

    /** How many were cut so far. */
    int cuts() {
        return cuts.get();
    }

    /** From now on nothing goes through, and neither end is told. */
    void silence() {
        isSilent = true;
    }

    /** Lets go of what it swallowed: those connections are gone, and new ones work. */
    void speak() {
        isSilent = false;
        open.forEach(CommitProxy::close);
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    private static void start(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // An end has gone, and so does this.
                    }
                },
                "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(client);
            open.add(behind);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            Line line = new Line(client, behind);
            start("to-server", line::toServer);
            start("to-client", line::toClient);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(CommitProxy::close);
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket behind;
        private volatile boolean swallowsTheAnswer;
        private volatile boolean isCut;

        Line(Socket client, Socket behind) {
            this.client = client;
            this.behind = behind;
        }

        void toServer() throws IOException {
            try (client;
                    behind) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(behind.getOutputStream());
                // The first message has no type.
                send(out, -1, in.readNBytes(Math.max(0, length(in))));
                while (true) {
                    int type = in.readUnsignedByte();
                    byte[] message = in.readNBytes(length(in));
                    Cut cut = asksFor(where.get(), type, message) ? cutNow() : null;
                    if (cut == Cut.BEFORE_IT_ARRIVES) {
                        cuts.incrementAndGet();
                        return;
                    }
                    if (cut == Cut.SILENT) {
                        cuts.incrementAndGet();
                        isSilent = true;
                    }
                    swallowsTheAnswer |= cut == Cut.BEFORE_THE_ANSWER;
                    isCut |= cut == Cut.BEHIND_IT; // The answer may be quicker than this thread.
                    if (!isSilent) {
                        send(out, type, message);
                    }
                    if (cut == Cut.BEHIND_IT) {
                        cuts.incrementAndGet();
                        // What completes it is on its way as well: the driver sends it in one piece.
                        sendUntilSync(in, out);
                        return;
                    }
                }
            }
        }

        private void sendUntilSync(DataInputStream in, DataOutputStream out) throws IOException {
            int type = 0;
            while (type != 'S') {
                type = in.readUnsignedByte();
                send(out, type, in.readNBytes(length(in)));
            }
        }

        void toClient() throws IOException {
            try (client;
                    behind) {
                DataInputStream in = new DataInputStream(behind.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                while (true) {
                    int type = in.readUnsignedByte();
                    byte[] message = in.readNBytes(length(in));
                    if (swallowsTheAnswer && type == 'Z') {
                        // The server is ready for the next statement: what this one did is kept.
                        cuts.incrementAndGet();
                        return;
                    }
                    if (!isSilent && !isCut && !swallowsTheAnswer) {
                        send(out, type, message);
                    }
                }
            }
        }
    }

    private static int length(DataInputStream in) throws IOException {
        return in.readInt() - Integer.BYTES;
    }

    private static void send(DataOutputStream out, int type, byte[] message) throws IOException {
        byte[] whole = new byte[(type < 0 ? 0 : 1) + Integer.BYTES + message.length];
        ByteBuffer buffer = ByteBuffer.wrap(whole);
        if (type >= 0) {
            buffer.put((byte) type);
        }
        buffer.putInt(message.length + Integer.BYTES).put(message);
        out.write(whole);
        out.flush();
    }

    /** A query, simple or to be parsed, that holds one of those texts. */
    private static boolean asksFor(List<String> texts, int type, byte[] message) {
        return (type == 'Q' || type == 'P') && texts.stream().anyMatch(one -> contains(message, one));
    }

    private static boolean contains(byte[] message, String part) {
        return new String(message, StandardCharsets.ISO_8859_1).contains(part);
    }
}
