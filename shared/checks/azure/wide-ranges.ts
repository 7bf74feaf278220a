/** More than a /16, or an address that stands for all of them. */
export const WIDE_RANGE = /^0\.0\.0\.0$|\/(\d|1[0-5])$/;
