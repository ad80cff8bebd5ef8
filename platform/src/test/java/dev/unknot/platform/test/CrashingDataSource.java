package dev.unknot.platform.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Fails at a chosen step of what the calling thread does. Steps are: before each statement, before and after each
 * commit, and after each statement that commits by itself.
 */
public final class CrashingDataSource extends DelegatingDataSource {

    private volatile @Nullable Crash crash;

    public CrashingDataSource(DataSource target) {
        super(target);
    }

    /** @param step 1 for the first step from now on */
    public void crashAt(int step) {
        crash = new Crash(step);
    }

    /** No crash any more; says whether the planned one happened. */
    public boolean recover() {
        Crash planned = crash;
        crash = null;
        return planned != null && planned.happened();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return crashing(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return crashing(super.getConnection(username, password));
    }

    private Connection crashing(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "createStatement", "prepareStatement", "prepareCall" ->
                statement(connection, method, invoke(connection, method, arguments));
            case "commit" -> {
                step(connection, "before commit");
                Object nothing = invoke(connection, method, arguments);
                step(connection, "after commit");
                yield nothing;
            }
            default -> invoke(connection, method, arguments);
        });
    }

    private Object statement(Connection connection, Method maker, @Nullable Object statement) {
        Class<? extends Statement> kind = maker.getReturnType().asSubclass(Statement.class);
        return proxy(kind, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return invoke(statement, method, arguments);
            }
            step(connection, "before " + statement);
            Object result = invoke(statement, method, arguments);
            if (connection.getAutoCommit()) {
                step(connection, "after " + statement);
            }
            return result;
        });
    }

    private void step(Connection connection, String step) throws SQLException {
        Crash planned = crash;
        if (planned != null) {
            planned.step(connection, step);
        }
    }

    private static @Nullable Object invoke(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> kind, Call call) {
        return kind.cast(Proxy.newProxyInstance(
                CrashingDataSource.class.getClassLoader(),
                new Class<?>[] {kind},
                (self, method, arguments) ->
                        // Callers compare connections with the one they hold.
                        method.getName().equals("equals") && arguments != null
                                ? Boolean.valueOf(self == arguments[0])
                                : call.on(method, arguments)));
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }
}
