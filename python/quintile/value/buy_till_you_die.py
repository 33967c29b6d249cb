"""BG/NBD and Gamma-Gamma: how often, how long and for how much customers continue to buy.

Pure functions over NumPy arrays, one element per customer. Time may be in any unit, if it is the
same everywhere; the fitted parameters are in that unit. Arguments, with the papers' letters:
    repeats: x, number of orders minus the first.
    last: t_x, time from the first order to the last.
    tenure: T, time from the first order to now.
    horizon: t, time from now, over which the future is predicted.

Sources: Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the
Pareto/NBD Model", Marketing Science 24(2); Fader and Hardie (2013), "The Gamma-Gamma Model of
Monetary Value", brucehardie.com/notes/025.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import OptimizeResult, minimize
from scipy.special import betaln, digamma, expit, gammaln, hyp2f1
from threadpoolctl import threadpool_limits

LIMIT = 1e5
"""Parameters, scaled by the mean time or value, are searched between 1 / LIMIT and LIMIT."""
SLOPE = 1e-5
"""Largest slope of the mean log-likelihood, by log parameter, that counts as converged."""
VAGUE = 3.0
"""Largest standard error of a log parameter that counts as converged: known to a factor of 20."""
BG_NBD_STARTS = (
    (0.3, 0.2, 0.8, 2.5),
    (1.0, 1.0, 1.0, 1.0),
    (1.0, 0.3, 0.1, 1.0),
    (5.0, 2.0, 0.5, 10.0),
)
GAMMA_GAMMA_STARTS = ((6.0, 4.0, 0.5), (1.0, 1.5, 1.0), (2.0, 10.0, 5.0))
FEW = 2000
"""Maximum number of distinct customers used for every start; twice as many if those are all."""
NODES = 96
"""Number of points of the numerical integral."""


@dataclass(frozen=True)
class FitReport:
    """Result of a maximum-likelihood fit.

    Attributes:
        converged: Whether the parameters are a maximum inside the search range.
        message: "converged", or why not.
        log_likelihood: Sum over the customers, in the units of the data.
        customers: Number of customers that were fitted.
    """

    converged: bool
    message: str
    log_likelihood: float
    customers: int


@dataclass(frozen=True)
class BgNbd:
    """Customers order at random at their own rate, until they stop for good after some order.

    Attributes:
        r: Shape of the gamma distribution of order rates.
        alpha: Its rate parameter, a time; the mean order rate is r / alpha.
        a: First parameter of the beta distribution of the probability to stop after a repeat order.
        b: Its second parameter; the mean probability to stop is a / (a + b).
    """

    r: float
    alpha: float
    a: float
    b: float

    def alive(self, repeats: np.ndarray, last: np.ndarray, tenure: np.ndarray) -> np.ndarray:
        """Return the probability, 0 to 1, that a customer has not stopped; 1 for one-time buyers.

        Fader and Hardie (2008), "Computing P(alive) Using the BG/NBD Model",
        brucehardie.com/notes/021. In this model nobody can stop before a repeat order.
        """
        silence = np.log1p((tenure - last) / (self.alpha + last))
        odds = np.log(self.a / (self.b + np.maximum(repeats, 1) - 1))
        return np.where(repeats > 0, expit(-odds - (self.r + repeats) * silence), 1.0)

    def any_order(
        self, repeats: np.ndarray, last: np.ndarray, tenure: np.ndarray, horizon: float
    ) -> np.ndarray:
        """Return the probability, 0 to 1, of at least one more order within `horizon`.

        Given the past, the order rate of a customer who has not stopped is gamma distributed with
        shape r + x and rate alpha + T. So the probability of no order is
        ((alpha + T) / (alpha + T + t))^(r + x), whatever the probability to stop after the next.
        """
        waiting = (self.r + repeats) * np.log1p(horizon / (self.alpha + tenure))
        return self.alive(repeats, last, tenure) * -np.expm1(-waiting)

    def expected_orders(
        self, repeats: np.ndarray, last: np.ndarray, tenure: np.ndarray, horizon: float
    ) -> np.ndarray:
        """Return the expected number of orders within `horizon`: equation (10) of the 2005 paper.

        Euler's transformation of the hypergeometric function prevents overflow for large order
        counts. Where it still fails (a near 1, or counts in the thousands with some integer
        parameters), the same expectation is computed by integration.
        """
        share = horizon / (self.alpha + tenure + horizon)
        scale = self.a + self.b + repeats - 1
        dropout = np.float64(self.a - 1)
        with np.errstate(all="ignore"):
            series = hyp2f1(self.a + self.b - 1 - self.r, dropout, scale, share)
            orders = scale / dropout * (1 - np.exp(dropout * np.log1p(-share)) * series)
        unsafe = ~np.isfinite(orders) | (np.abs(dropout) < 1e-3)
        if unsafe.any():
            orders[unsafe] = self._integrated_orders(repeats[unsafe], tenure[unsafe], horizon)
        return self.alive(repeats, last, tenure) * np.maximum(orders, 0.0)

    def _integrated_orders(
        self, repeats: np.ndarray, tenure: np.ndarray, horizon: float
    ) -> np.ndarray:
        """Integrate expected orders of customers who have not stopped over p, the chance to stop.

        With p ~ Beta(a, b + x) they are the mean of (1 - (1 + p s)^-(r + x)) / p, where
        s = t / (alpha + T). Over logit(p) the trapezoidal rule is exact to about 1e-7. Beyond its
        ends the integrand is exponential, so the end nodes represent geometric series.
        """
        shape, rounds, b = self.r + repeats, horizon / (self.alpha + tenure), self.b + repeats
        spread = np.sqrt(60 / (self.a * b / (self.a + b)))
        mode, sharp = np.log(self.a / b), np.maximum(self.a + b, shape * np.maximum(rounds, 1))
        low = np.maximum(mode - 30 / self.a - spread, -np.log(1e10 * sharp))
        high = np.minimum(mode + 30 / b + spread, np.log(1e10 * sharp))
        step = (high - low) / (NODES - 1)
        total = np.zeros_like(step)
        for node in range(NODES):
            logit = low + node * step
            log_kept = -np.logaddexp(0, logit)
            log_p = logit + log_kept
            weight = np.exp(self.a * log_p + b * log_kept - betaln(self.a, b))
            if node == 0:
                weight /= -np.expm1(-self.a * step)
            if node == NODES - 1:
                weight /= -np.expm1(-b * step)
            total += weight * -np.expm1(-shape * np.log1p(np.exp(log_p) * rounds)) / np.exp(log_p)
        return total * step


@dataclass(frozen=True)
class GammaGamma:
    """Order values of a customer are gamma distributed around their own mean, at any order rate.

    Attributes:
        p: Shape of the gamma distribution of a customer's order values.
        q: Shape of the gamma distribution of customers; above 1, so that it has a mean.
        v: Its rate parameter, an amount of money; all customers' mean is p v / (q - 1).
    """

    p: float
    q: float
    v: float

    def expected_value(self, orders: np.ndarray, mean_value: np.ndarray) -> np.ndarray:
        """Return the expected value of a customer's next order: equation (5) of the note.

        Args:
            orders: Number of past orders; with 0 the result is the mean of all customers.
            mean_value: Their mean value, from 0; any number if there were none.
        """
        spent = np.where(orders > 0, orders * mean_value, 0.0)
        return self.p * (self.v + spent) / (self.p * orders + self.q - 1)


def fit_bg_nbd(
    repeats: np.ndarray, last: np.ndarray, tenure: np.ndarray
) -> tuple[BgNbd, FitReport]:
    """Fit BG/NBD by maximum likelihood; the order of customers does not matter.

    Args:
        repeats: x, number of orders minus the first.
        last: t_x, time from first to last order.
        tenure: T, time from first order to now.

    Returns:
        The model in the time unit of the arguments, and the result of the fit. A fit that did not
        converge returns the best parameters that were tried, finite even without customers.
    """
    (x, t_x, t), weights = _count_equal(repeats, last, tenure)
    scale = _mean(t, weights) or 1.0
    found, report = _maximise(
        _bg_nbd_log_likelihood,
        (x, t_x / scale, t / scale, weights),
        BG_NBD_STARTS,
        ("r", "alpha", "a", "b"),
    )
    r, alpha, a, b = found.tolist()
    rescaled = report.log_likelihood - np.log(scale) * weights @ x
    return BgNbd(r, alpha * scale, a, b), _with_log_likelihood(report, rescaled)


def fit_gamma_gamma(orders: np.ndarray, mean_value: np.ndarray) -> tuple[GammaGamma, FitReport]:
    """Fit Gamma-Gamma by maximum likelihood; the order of customers does not matter.

    Args:
        orders: Number of orders per customer; customers without orders are left out.
        mean_value: Mean value of these orders; customers with a mean of 0 or less are left out,
            since a gamma distribution has only positive values.

    Returns:
        The model in the currency of the argument, and the result of the fit, as in `fit_bg_nbd`.
        If all customers are left out, their mean value is 0.
    """
    valued = (orders > 0) & (mean_value > 0)
    (x, m), weights = _count_equal(orders[valued], mean_value[valued])
    scale = _mean(m, weights)
    found, report = _maximise(
        _gamma_gamma_log_likelihood,
        (x, m / scale, weights),
        GAMMA_GAMMA_STARTS,
        ("p", "q - 1", "v"),
    )
    p, above_1, v = found.tolist()
    rescaled = report.log_likelihood - np.log(scale or 1.0) * weights.sum()
    return GammaGamma(p, above_1 + 1, v * scale), _with_log_likelihood(report, rescaled)


def _bg_nbd_log_likelihood(
    parameters: np.ndarray, x: np.ndarray, t_x: np.ndarray, t: np.ndarray, weights: np.ndarray
) -> tuple[float, np.ndarray]:
    """Equation (6) of the 2005 paper, as the log of a sum, and its gradient by the parameters."""
    r, alpha, a, b = parameters
    stops_after = b + np.maximum(x, 1) - 1
    log_alive = -(r + x) * np.log(alpha + t)
    log_stopped = np.where(x > 0, np.log(a / stops_after) - (r + x) * np.log(alpha + t_x), -np.inf)
    stopped = expit(log_stopped - log_alive)
    value = (
        gammaln(r + x)
        - gammaln(r)
        + r * np.log(alpha)
        + betaln(a, b + x)
        - betaln(a, b)
        + np.logaddexp(log_alive, log_stopped)
    )
    slope_r = digamma(r + x) - digamma(r) + np.log(alpha)
    slope_r -= (1 - stopped) * np.log(alpha + t) + stopped * np.log(alpha + t_x)
    slope_alpha = r / alpha - (r + x) * ((1 - stopped) / (alpha + t) + stopped / (alpha + t_x))
    slope_both = digamma(a + b) - digamma(a + b + x)
    slope_a = slope_both + stopped / a
    slope_b = slope_both + digamma(b + x) - digamma(b) - stopped / stops_after
    return weights @ value, np.stack([slope_r, slope_alpha, slope_a, slope_b]) @ weights


def _gamma_gamma_log_likelihood(
    parameters: np.ndarray, x: np.ndarray, m: np.ndarray, weights: np.ndarray
) -> tuple[float, np.ndarray]:
    """Equation (1a) of the note, summed, and its gradient; the parameters are p, q - 1 and v."""
    p, q, v = parameters + np.array([0.0, 1.0, 0.0])
    log_total = np.log(x * m + v)
    value = (
        gammaln(p * x + q)
        - gammaln(p * x)
        - gammaln(q)
        + q * np.log(v)
        + p * x * np.log(x * m)
        - np.log(m)
        - (p * x + q) * log_total
    )
    slope_p = x * (digamma(p * x + q) - digamma(p * x) + np.log(x * m) - log_total)
    slope_q = digamma(p * x + q) - digamma(q) + np.log(v) - log_total
    slope_v = q / v - (p * x + q) / (x * m + v)
    return weights @ value, np.stack([slope_p, slope_q, slope_v]) @ weights


def _maximise(
    log_likelihood: Callable[..., tuple[float, np.ndarray]],
    data: Sequence[np.ndarray],
    starts: Sequence[tuple[float, ...]],
    names: tuple[str, ...],
) -> tuple[np.ndarray, FitReport]:
    """Maximise from every start over the logs of the parameters, and report on the best maximum.

    Args:
        log_likelihood: Function of parameters and `data`, which also returns the gradient.
        data: The distinct customers, and last the count of each.
        starts: Starting parameters. With many customers, every start uses a part of them, and the
            final search with all customers continues from the best result.
        names: Names of the parameters.
    """
    customers = int(data[-1].sum())
    if customers == 0:
        return np.array(starts[0]), FitReport(False, "no customers to fit", 0.0, 0)
    step = max(len(data[-1]) // FEW, 1)
    part = [column[::step] for column in data]
    # Sums this small are faster with one thread than with several.
    with threadpool_limits(limits=1):
        summits = [_climb(log_likelihood, part, np.log(start)) for start in starts]
        best = min(summits, key=lambda summit: summit.fun)
        if step > 1:
            best = _climb(log_likelihood, data, best.x)
        unknown = _undetermined(
            lambda logs: _loss(logs, log_likelihood, data)[1] * customers, best.x, names
        )
    steepest = float(np.abs(best.jac).max())
    if steepest > SLOPE:
        message = f"stopped on a slope of {steepest:.1e} after {best.nit} steps: {best.message}"
    elif unknown:
        message = f"the data do not determine {', '.join(unknown)}: the likelihood is flat"
    else:
        message = "converged"
    return np.exp(best.x), FitReport(
        converged=message == "converged",
        message=message,
        log_likelihood=-float(best.fun) * customers,
        customers=customers,
    )


def _climb(
    log_likelihood: Callable[..., tuple[float, np.ndarray]],
    data: Sequence[np.ndarray],
    start: np.ndarray,
) -> OptimizeResult:
    return minimize(
        _loss,
        start,
        (log_likelihood, data),
        jac=True,
        method="L-BFGS-B",
        bounds=[(-np.log(LIMIT), np.log(LIMIT))] * len(start),
        options={"maxiter": 1000, "gtol": SLOPE / 10, "ftol": 1e-14},
    )


def _loss(
    logs: np.ndarray,
    log_likelihood: Callable[..., tuple[float, np.ndarray]],
    data: Sequence[np.ndarray],
) -> tuple[float, np.ndarray]:
    """Return the negative mean log-likelihood, and its gradient by the logs of the parameters."""
    customers, parameters = data[-1].sum(), np.exp(logs)
    value, slope = log_likelihood(parameters, *data)
    return -value / customers, -slope * parameters / customers


def _undetermined(
    slope: Callable[[np.ndarray], np.ndarray], summit: np.ndarray, names: tuple[str, ...]
) -> list[str]:
    """Return the parameters whose log has a standard error (inverse Hessian) above VAGUE."""
    nudges = 1e-3 * np.eye(len(names))
    hessian = np.array([(slope(summit + n) - slope(summit - n)) / 2e-3 for n in nudges])
    curvatures, directions = np.linalg.eigh((hessian + hessian.T) / 2)
    variances = directions**2 @ (1 / np.maximum(curvatures, 1e-12))
    return [name for name, variance in zip(names, variances, strict=True) if variance > VAGUE**2]


def _with_log_likelihood(report: FitReport, log_likelihood: float) -> FitReport:
    return replace(report, log_likelihood=float(log_likelihood))


def _count_equal(*columns: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the distinct rows, sorted so that input order does not matter, and their counts."""
    rows = np.column_stack([np.asarray(column, dtype="float64") for column in columns])
    distinct, counts = np.unique(rows, axis=0, return_counts=True)
    return distinct.T, counts.astype("float64")


def _mean(values: np.ndarray, weights: np.ndarray) -> float:
    return float(weights @ values / max(weights.sum(), 1.0))
